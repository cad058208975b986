/**
 * The simulated attacker: it holds accounts, loses some, buys others at stated prices, and learns from its losses alone which
 * of the simulator's evasions pay. It knows nothing of the defender.
 */
@NullMarked
package org.iolaus.duel.attacker;

import org.jspecify.annotations.NullMarked;
