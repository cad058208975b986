package org.iolaus.simulator.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdditiveModelTest {
    private static List<double[]> rows(SplittableRandom random, int count, double low, double high) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new double[] {random.nextDouble(), random.nextDouble(low, high)});
        }
        return rows;
    }

    private static double area(AdditiveModel model, List<double[]> honest, List<double[]> hostile) {
        long pairs = honest.stream()
                .mapToLong(row -> hostile.stream()
                        .filter(other -> model.score(other) > model.score(row))
                        .count())
                .sum();
        return (double) pairs / honest.size() / hostile.size();
    }

    @Test
    void score_middleOfOneFeature_isToldApart() {
        SplittableRandom random = new SplittableRandom(1);
        AdditiveModel model = AdditiveModel.train(rows(random, 400, 0, 1), rows(random, 60, 0.45, 0.55));
        assertThat(area(model, rows(random, 300, 0, 1), rows(random, 60, 0.45, 0.55)))
                .isGreaterThan(0.85);
    }

    @Test
    void score_equalLaws_areNotToldApart() {
        SplittableRandom random = new SplittableRandom(2);
        AdditiveModel model = AdditiveModel.train(rows(random, 400, 0, 1), rows(random, 400, 0, 1));
        assertThat(area(model, rows(random, 300, 0, 1), rows(random, 300, 0, 1)))
                .isBetween(0.42, 0.58);
    }
}
