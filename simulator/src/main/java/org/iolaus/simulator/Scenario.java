package org.iolaus.simulator;

import java.util.List;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.honest.Archetype;

/**
 * Who takes part in a simulation.
 *
 * @param name name on the command line
 * @param summary one sentence
 * @param days length of the window
 * @param groups honest people
 * @param campaigns hostile campaigns
 * @param twist what does not fit a list
 */
public record Scenario(String name, String summary, int days, List<Group> groups, List<Shape> campaigns, Twist twist) {
    /**
     * Some accounts of one archetype.
     *
     * @param archetype what they do
     * @param accounts how many; a larger scale makes more such groups, not larger ones
     */
    public record Group(Archetype archetype, int accounts) {}

    /** What does not fit a list. */
    public enum Twist {
        NONE,
        /** The second campaign is the first come back after its ban. */
        REGROWN,
        /** One honest account asks what the shards of the first campaign ask. */
        PAIR
    }

    public Scenario {
        groups = List.copyOf(groups);
        campaigns = List.copyOf(campaigns);
    }
}
