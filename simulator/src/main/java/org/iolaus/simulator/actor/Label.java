package org.iolaus.simulator.actor;

import org.jspecify.annotations.Nullable;

/**
 * The truth about an actor.
 *
 * @param campaign campaign it works for, or null if honest
 * @param archetype its behaviour
 * @param cover share of its exchanges that only look ordinary
 */
public record Label(@Nullable String campaign, String archetype, double cover) {
    public static Label honest(String archetype) {
        return new Label(null, archetype, 0);
    }
}
