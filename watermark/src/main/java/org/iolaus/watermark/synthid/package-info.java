/**
 * The parts of SynthID-Text: g-values, from the published hash or from SipHash, and the tournament that they decide.
 */
@NullMarked
package org.iolaus.watermark.synthid;

import org.jspecify.annotations.NullMarked;
