package org.iolaus.simulator.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No group of one account's metadata betrays its side. */
class MetadataTest {
    private static final double FALSE_POSITIVES = 0.01;
    private static final double MOST = 0.2;
    private static final long[] SEEDS = {11, 12, 13};

    @ParameterizedTest
    @EnumSource(Facet.class)
    void facet_blended_betraysNoCampaign(Facet facet) {
        assertThat(recalls("blended", facet).values()).isNotEmpty().allMatch(recall -> recall <= MOST);
    }

    @ParameterizedTest
    @EnumSource(Facet.class)
    void facet_mixed_betraysNoCampaign(Facet facet) {
        assertThat(recalls("mixed", facet).values()).isNotEmpty().allMatch(recall -> recall <= MOST);
    }

    /** For each campaign, its mean recall over seeds. */
    private static Map<String, Double> recalls(String scenario, Facet facet) {
        Map<String, Double> recalls = new TreeMap<>();
        for (long seed : SEEDS) {
            recalls(Metadata.rows(scenario, seed, facet))
                    .forEach((campaign, recall) -> recalls.merge(campaign, recall / SEEDS.length, Double::sum));
        }
        return recalls;
    }

    /** For each campaign, its recall by a model trained on the others. */
    private static Map<String, Double> recalls(Map<String, List<double[]>> rows) {
        List<double[]> honest = rows.getOrDefault("", List.of());
        Map<String, Double> recalls = new TreeMap<>();
        rows.forEach((campaign, own) -> {
            if (!campaign.isEmpty()) {
                recalls.put(campaign, recall(honest, others(rows, campaign), own));
            }
        });
        return recalls;
    }

    private static List<double[]> others(Map<String, List<double[]>> rows, String left) {
        return rows.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && !entry.getKey().equals(left))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .toList();
    }

    /** Share of a campaign found by models that have not seen it, at one false positive in a hundred others. */
    private static double recall(List<double[]> honest, List<double[]> hostile, List<double[]> left) {
        List<double[]> even = new ArrayList<>();
        List<double[]> odd = new ArrayList<>();
        for (int i = 0; i < honest.size(); i++) {
            (i % 2 == 0 ? even : odd).add(honest.get(i));
        }
        return (recall(even, odd, hostile, left) + recall(odd, even, hostile, left)) / 2;
    }

    private static double recall(
            List<double[]> seen, List<double[]> unseen, List<double[]> hostile, List<double[]> left) {
        AdditiveModel model = AdditiveModel.train(seen, hostile);
        double[] scores = unseen.stream().mapToDouble(model::score).sorted().toArray();
        double threshold = scores[(int) (scores.length * (1 - FALSE_POSITIVES))];
        return (double) left.stream()
                        .filter(row -> model.score(row) > threshold)
                        .count()
                / left.size();
    }
}
