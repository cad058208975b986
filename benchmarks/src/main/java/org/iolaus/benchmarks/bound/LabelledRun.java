package org.iolaus.benchmarks.bound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.iolaus.benchmarks.recording.Labels;
import org.iolaus.benchmarks.recording.Recording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Traffic of one scenario and seed as features, with the truth.
 *
 * @param scenario its name
 * @param seed the simulation's seed
 * @param table features of the accounts
 * @param sides campaign of each hostile account, by id; honest accounts are left out
 */
record LabelledRun(String scenario, long seed, FeatureTable table, Map<String, String> sides) {
    static LabelledRun read(Path traffic) throws IOException, InterruptedException {
        JsonNode truth = new JsonMapper().readTree(Files.readString(traffic.resolve("truth.json")));
        return new LabelledRun(
                truth.path("split").asString(),
                truth.path("seed").asLong(),
                FeatureTable.of(Recording.read(traffic)),
                Labels.read(traffic).campaigns());
    }

    /** Its campaigns, in order of name. */
    List<String> campaigns() {
        return List.copyOf(new TreeSet<>(sides.values()));
    }

    /** Adds its accounts to examples, those of one campaign left out. */
    void collect(@Nullable String without, List<float[]> rows, List<Boolean> hostile) {
        for (int i = 0; i < table.ids().size(); i++) {
            String campaign = sides.get(table.ids().get(i));
            if (campaign == null || !campaign.equals(without)) {
                rows.add(table.rows()[i]);
                hostile.add(campaign != null);
            }
        }
    }

    /** How a model ranks one campaign's accounts among honest ones. */
    Ranking ranking(BoostedTrees model, String campaign) {
        double[] scores = model.predict(table.rows());
        List<Double> hostile = new ArrayList<>();
        List<Double> honest = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            String own = sides.get(table.ids().get(i));
            if (own == null) {
                honest.add(scores[i]);
            } else if (own.equals(campaign)) {
                hostile.add(scores[i]);
            }
        }
        return Ranking.of(hostile, honest);
    }
}
