package org.iolaus.benchmarks.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void area_randomScores_isTheShareOfPairsInOrder() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            double[] hostile =
                    random.ints(1 + random.nextInt(20), 0, 12).asDoubleStream().toArray();
            double[] honest =
                    random.ints(1 + random.nextInt(20), 0, 10).asDoubleStream().toArray();
            double pairs = 0;
            for (double one : hostile) {
                for (double other : honest) {
                    pairs += one > other ? 1 : one == other ? 0.5 : 0;
                }
            }
            assertThat(new Ranking(hostile, honest).area())
                    .isCloseTo(pairs / (hostile.length * honest.length), within(1e-12));
        }
    }

    @Test
    void recallAtFewHonest_oneHonestOnTop_leavesItOut() {
        assertThat(new Ranking(new double[] {3, 5, 9}, new double[] {1, 4, 8}).recallAtFewHonest())
                .isEqualTo(2.0 / 3);
    }

    @Test
    void boostedTrees_twoClasses_areToldApart() {
        Random random = new Random(5);
        float[][] rows = new float[400][2];
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {random.nextFloat(), random.nextFloat()};
            positive[i] = rows[i][0] > 0.7;
        }
        try (BoostedTrees trees = BoostedTrees.train(rows, positive)) {
            double[] chances = trees.predict(new float[][] {{0.95f, 0.5f}, {0.1f, 0.5f}});
            assertThat(chances[0]).isGreaterThan(0.9);
            assertThat(chances[1]).isLessThan(0.1);
        }
    }
}
