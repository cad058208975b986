package org.iolaus.simulator.campaign.guise;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.honest.Cast;

/** People who have nothing to do with each other. */
public record Strangers() implements Guise {
    @Override
    public Disguise drawn(Cast cast, SplittableRandom random, Exit first, long fromMicros) {
        return new Unchanged();
    }

    private record Unchanged() implements Disguise {}
}
