/**
 * Hostile campaigns: knobs in, accounts with everything they will do out. What changes in kind and not in
 * degree is a sealed family: {@code method}, how they go through what they want, and {@code guise}, what they pass for.
 */
@NullMarked
package org.iolaus.simulator.campaign;

import org.jspecify.annotations.NullMarked;
