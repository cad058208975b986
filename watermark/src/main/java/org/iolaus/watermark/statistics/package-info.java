/**
 * P-values and exact tails, in logarithms, so that a chance of 1e-400 is still a number. Stands on nothing.
 */
@NullMarked
package org.iolaus.watermark.statistics;

import org.jspecify.annotations.NullMarked;
