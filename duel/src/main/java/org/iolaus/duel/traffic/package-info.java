/**
 * Simulated exchanges as a defender would read them from a log: made, rendered, parsed and fingerprinted by the code that
 * simulations and scans use.
 */
@NullMarked
package org.iolaus.duel.traffic;

import org.jspecify.annotations.NullMarked;
