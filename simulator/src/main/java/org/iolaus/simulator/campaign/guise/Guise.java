package org.iolaus.simulator.campaign.guise;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.honest.Cast;

/** What a campaign's accounts pass for. {@code docs/simulator.md} has a card for each. */
public sealed interface Guise permits Strangers, Organization, Firm, SchoolClass {
    /**
     * Draws what all members of one campaign have in common.
     *
     * @param first the first of its exits
     * @param fromMicros its start
     */
    Disguise drawn(Cast cast, SplittableRandom random, Exit first, long fromMicros);
}
