/**
 * Four ways to answer the same log: none, bans by volume, bans by shared attributes, and Iolaus. The thresholds of the
 * simple ones are calibrated on honest traffic to a stated cost.
 */
@NullMarked
package org.iolaus.duel.defender;

import org.jspecify.annotations.NullMarked;
