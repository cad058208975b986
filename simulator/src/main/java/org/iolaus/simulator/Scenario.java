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
 * @param corpusShare share of everybody's items that come from a corpus, if there is one
 * @param logsRefusals whether records tell what the model declined
 */
public record Scenario(
        String name,
        String summary,
        int days,
        List<Group> groups,
        List<Shape> campaigns,
        List<ReleasePlan> releases,
        double corpusShare,
        boolean logsRefusals) {
    /** Share of items from a corpus where a scenario names none. */
    static final double CORPUS_SHARE = 0.3;

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
        checkCampaigns(groups, campaigns);
        if (!(corpusShare >= 0 && corpusShare <= 1)) {
            throw new IllegalArgumentException("corpus_share " + corpusShare + " must be between 0 and 1");
        }
    }

    private static void checkCampaigns(List<Group> groups, List<Shape> campaigns) {
        Set<String> names = new HashSet<>(Set.of(""));
        Set<String> archetypes = new HashSet<>(Set.of(""));
        groups.forEach(group -> archetypes.add(group.archetype().name()));
        for (Shape shape : campaigns) {
            known("continues", shape.ties().continues(), names, "an earlier campaign");
            known("template_of", shape.ties().templateOf(), names, "an earlier campaign");
            known("copies", shape.work().copies(), archetypes, "an archetype of the population");
            if (!names.add(shape.name())) {
                throw new IllegalArgumentException("campaign " + shape.name() + " must not come twice");
            }
        }
    }

    private static void known(String key, String name, Set<String> known, String what) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(key + " " + name + " must name " + what);
        }
    }

    /** A scenario with the usual share of a corpus, whose records do not tell what was declined. */
    public Scenario(
            String name,
            String summary,
            int days,
            List<Group> groups,
            List<Shape> campaigns,
            List<ReleasePlan> releases) {
        this(name, summary, days, groups, campaigns, releases, CORPUS_SHARE, false);
    }

    /** A scenario with the usual release. */
    public Scenario(String name, String summary, int days, List<Group> groups, List<Shape> campaigns) {
        this(name, summary, days, groups, campaigns, ReleasePlan.USUAL);
    }
}
