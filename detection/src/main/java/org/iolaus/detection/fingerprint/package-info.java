/**
 * Stage one, stateless: an {@link org.iolaus.detection.exchange.Exchange} in, a
 * {@link org.iolaus.detection.fingerprint.Fingerprint} out. After this stage no text remains, only keyed hashes, scores
 * and counts.
 */
@NullMarked
package org.iolaus.detection.fingerprint;

import org.jspecify.annotations.NullMarked;
