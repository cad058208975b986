/**
 * Sampling with a mark: logits come in, token ids go out. {@link org.iolaus.watermark.sampling.MarkedSampler} is all that
 * a generation loop needs.
 */
@NullMarked
package org.iolaus.watermark.sampling;

import org.jspecify.annotations.NullMarked;
