package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final double ERROR = 0.05;

    @Test
    void distance_workedExample_isTheLargestGapAndTheShareThatMoves() {
        Histogram before = Histogram.of(50, 30, 20);
        Histogram now = Histogram.of(4, 2, 4);

        assertThat(before.cumulativeDistance(now)).isCloseTo(0.2, within(1e-12));
        assertThat(before.variation(now)).isCloseTo(0.2, within(1e-12));
        assertThat(now.variation(before)).isEqualTo(before.variation(now));
    }

    @Test
    void slack_workedExample_isBothSamplesTogether() {
        Histogram large = Histogram.of(5_000, 5_000);
        Histogram small = Histogram.of(50, 50);

        assertThat(large.cumulativeSlack(small, ERROR))
                .isCloseTo(Math.sqrt(Math.log(80) / 20_000) + Math.sqrt(Math.log(80) / 200), within(1e-12));
        assertThat(large.variationSlack(small, ERROR))
                .isCloseTo(Math.sqrt(Math.log(160) / 20_000) + Math.sqrt(Math.log(160) / 200), within(1e-12));
    }

    @Test
    void slack_noObservations_isAll() {
        assertThat(Histogram.of(0, 0).cumulativeSlack(Histogram.of(9, 9), ERROR))
                .isEqualTo(1);
    }

    @Test
    void distance_equalDistributions_seldomExceedsTheSlack() {
        SplittableRandom random = new SplittableRandom(3);
        int trials = 400;
        int ordered = 0;
        int unordered = 0;
        for (int i = 0; i < trials; i++) {
            Histogram one = drawn(random, 300);
            Histogram other = drawn(random, 80);
            ordered += one.cumulativeDistance(other) > one.cumulativeSlack(other, ERROR) ? 1 : 0;
            unordered += one.variation(other) > one.variationSlack(other, ERROR) ? 1 : 0;
        }

        assertThat(ordered).isLessThanOrEqualTo((int) (ERROR * trials));
        assertThat(unordered).isLessThanOrEqualTo((int) (ERROR * trials));
    }

    private static Histogram drawn(SplittableRandom random, int size) {
        long[] counts = new long[6];
        for (int i = 0; i < size; i++) {
            counts[Math.min(random.nextInt(6), random.nextInt(6))]++;
        }
        return Histogram.of(counts);
    }

    @Test
    void histogram_negativeCountOrOtherBins_isRefused() {
        assertThatThrownBy(() -> Histogram.of(1, -1))
                .hasMessage("counts [1, -1] must be at least one and not negative");
        assertThatThrownBy(() -> Histogram.of(1, 1).variation(Histogram.of(1)))
                .hasMessage("bins 2 and 1 must be as many");
    }
}
