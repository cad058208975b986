package org.iolaus.simulator.campaign.method;

import org.iolaus.simulator.actor.Script;

/** How a campaign goes through what it wants. {@code docs/simulator.md} has a card for each. */
public sealed interface Method permits Shards, Sweep, Probing, Replay {
    /** Share of exchanges that continue the conversation before. */
    double FOLLOW_UPS = 0.12;

    /** What one account asks for. */
    Script script(Share share);
}
