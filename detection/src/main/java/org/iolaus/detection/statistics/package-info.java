/**
 * Bounds and e-values that the stages share.
 */
@NullMarked
package org.iolaus.detection.statistics;

import org.jspecify.annotations.NullMarked;
