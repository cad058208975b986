/**
 * A simulated attacker that reacts to verdicts against a defender, in event time: what it obtains, what that costs it, and
 * whom the defence hurts. In come seeds, budgets and prices, out go results to be shown. It works on log records in
 * memory and has no network code.
 */
@NullMarked
package org.iolaus.duel;

import org.jspecify.annotations.NullMarked;
