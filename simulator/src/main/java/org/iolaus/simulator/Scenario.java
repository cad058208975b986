package org.iolaus.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.honest.Archetype;
import org.iolaus.simulator.world.ReleasePlan;

/**
 * Who takes part in a simulation.
 *
 * @param name name on the command line
 * @param summary one sentence
 * @param days length of the window
 * @param groups honest people
 * @param campaigns hostile campaigns
 * @param releases models that come during the window, in order
 */
public record Scenario(
        String name, String summary, int days, List<Group> groups, List<Shape> campaigns, List<ReleasePlan> releases) {
    /**
     * Some accounts of one archetype.
     *
     * @param archetype what they do
     * @param accounts accounts a group
     * @param groups groups; a larger scale makes more of them, not larger ones
     */
    public record Group(Archetype archetype, int accounts, int groups) {
        public Group {
            if (accounts < 1 || groups < 1) {
                throw new IllegalArgumentException(
                        "accounts " + accounts + " and groups " + groups + " must be at least 1");
            }
        }

        public Group(Archetype archetype, int accounts) {
            this(archetype, accounts, 1);
        }
    }

    public Scenario {
        groups = List.copyOf(groups);
        campaigns = List.copyOf(campaigns);
        releases = List.copyOf(releases);
        SimulationConfig.checkDays(days);
        if (days == 0) {
            throw new IllegalArgumentException("days 0 must be at least 1");
        }
        Set<String> names = new HashSet<>();
        for (Shape shape : campaigns) {
            String continued = shape.ties().continues();
            if (!continued.isEmpty() && !names.contains(continued)) {
                throw new IllegalArgumentException("continues " + continued + " must name an earlier campaign");
            }
            if (!names.add(shape.name())) {
                throw new IllegalArgumentException("campaign " + shape.name() + " must not come twice");
            }
        }
    }

    /** A scenario with the usual release. */
    public Scenario(String name, String summary, int days, List<Group> groups, List<Shape> campaigns) {
        this(name, summary, days, groups, campaigns, ReleasePlan.USUAL);
    }
}
