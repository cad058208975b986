package org.iolaus.simulator.world;

import java.util.List;

/**
 * A new model and when it comes.
 *
 * @param model its name
 * @param at share of the window that has gone by
 * @param spreadDays longest delay after that, drawn from the seed
 */
public record ReleasePlan(String model, double at, double spreadDays) {
    /** What a scenario has that says nothing of releases. */
    public static final List<ReleasePlan> USUAL = List.of(new ReleasePlan("orion-3.5-large", 0.6, 1));

    public ReleasePlan {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must have a name");
        }
        if (!(at >= 0 && at < 1)) {
            throw new IllegalArgumentException("at " + at + " must be at least 0 and below 1");
        }
        if (!(spreadDays >= 0 && spreadDays <= 45)) {
            throw new IllegalArgumentException("spread_days " + spreadDays + " must be between 0 and 45");
        }
    }
}
