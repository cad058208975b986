package org.iolaus.simulator.actor;

import org.jspecify.annotations.Nullable;

/**
 * The truth about an actor.
 *
 * @param campaign campaign it works for, or null if honest
 * @param archetype its behaviour
 * @param cover share of its exchanges that only look ordinary
 * @param group honest accounts that share something drawn once for them, so that an error on one is likely on all; null
 *     if it stands alone
 */
public record Label(
        @Nullable String campaign,
        String archetype,
        double cover,
        @Nullable String group) {
    /** An honest account that stands alone. */
    public static Label honest(String archetype) {
        return new Label(null, archetype, 0, null);
    }

    /** An honest account of a group. */
    public static Label honest(String archetype, String group) {
        return new Label(null, archetype, 0, group);
    }
}
