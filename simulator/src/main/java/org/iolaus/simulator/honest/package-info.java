/**
 * Honest people and programs, one small class an archetype, as messy as life: shared exits, shared prompts, shared cards.
 */
@NullMarked
package org.iolaus.simulator.honest;

import org.jspecify.annotations.NullMarked;
