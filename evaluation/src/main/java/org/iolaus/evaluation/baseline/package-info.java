/**
 * Rival methods on the traffic that a scan has read. In come exchanges and account facts, under the keys that detection
 * gives them; out goes a score for each account, which {@link org.iolaus.evaluation.baseline.Hindsight} cuts where the
 * labels say is best.
 */
@NullMarked
package org.iolaus.evaluation.baseline;

import org.jspecify.annotations.NullMarked;
