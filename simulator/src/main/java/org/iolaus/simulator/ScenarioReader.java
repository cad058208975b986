package org.iolaus.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.honest.Archetype;
import org.iolaus.simulator.world.ReleasePlan;
import org.iolaus.simulator.yaml.YamlMap;

/** Reads a scenario from YAML; {@code docs/simulator.md} describes the format. */
final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads a scenario.
     *
     * @param file name for messages
     */
    static Scenario read(String name, String file, String text) {
        return YamlMap.parse(file, text)
                .read(root -> new Scenario(
                        name,
                        root.text("summary"),
                        root.whole("days"),
                        population(root.maps("population")),
                        campaigns(root.maps("campaigns")),
                        releases(root),
                        root.number("corpus_share", Scenario.CORPUS_SHARE),
                        root.flag("logs_refusals", false)));
    }

    private static List<Group> population(List<YamlMap> entries) {
        List<Group> groups = new ArrayList<>();
        for (YamlMap entry : entries) {
            groups.addAll(entry.read(ScenarioReader::groups));
        }
        return groups;
    }

    private static List<Group> groups(YamlMap entry) {
        if (!entry.has("like")) {
            Archetype archetype = Archetype.named(entry.text("archetype"));
            return List.of(new Group(archetype, entry.whole("accounts"), entry.whole("groups", 1)));
        }
        List<Group> like = Scenarios.named(entry.text("like")).groups();
        int times = entry.whole("times", 1);
        if (times < 1) {
            throw new IllegalArgumentException("times " + times + " must be at least 1");
        }
        return Collections.nCopies(times, like).stream().flatMap(List::stream).toList();
    }

    private static List<Shape> campaigns(List<YamlMap> entries) {
        return entries.stream().map(entry -> entry.read(ShapeReader::shape)).toList();
    }

    private static List<ReleasePlan> releases(YamlMap root) {
        if (!root.has("releases")) {
            return ReleasePlan.USUAL;
        }
        return root.maps("releases").stream()
                .map(entry -> entry.read(release ->
                        new ReleasePlan(release.text("model"), release.number("at"), release.number("spread_days", 0))))
                .toList();
    }
}
