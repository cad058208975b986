package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalMixtureTest {
    private static final int CLASSES = 40;
    private static final int RUNS = 4000;

    private final SplittableRandom random = new SplittableRandom(17);

    private static double[] even() {
        double[] shares = new double[CLASSES];
        Arrays.fill(shares, 1.0 / CLASSES);
        return shares;
    }

    @Test
    void nats_noObservation_isNoEvidence() {
        assertThat(IntervalMixture.nats(new int[CLASSES], even())).isCloseTo(0, within(1e-9));
    }

    @Test
    void nats_oneClass_isTheMeanRatio() {
        assertThat(IntervalMixture.nats(new int[] {3}, new double[] {1})).isCloseTo(0, within(1e-12));
    }

    @Test
    void nats_underTheNull_meanIsAtMostOne() {
        double sum = 0;
        int beyond = 0;
        for (int run = 0; run < RUNS; run++) {
            int[] counts = new int[CLASSES];
            for (int i = 0; i < 30; i++) {
                counts[random.nextInt(CLASSES)]++;
            }
            double value = Math.exp(IntervalMixture.nats(counts, even()));
            sum += Math.min(value, 100);
            beyond += value >= 20 ? 1 : 0;
        }
        assertThat(sum / RUNS).isLessThan(1.1);
        assertThat(beyond / (double) RUNS).isLessThanOrEqualTo(1 / 20.0);
    }

    @Test
    void nats_halfInOneRun_isMoreThanAMixtureOverAllClassesSees() {
        int[] counts = new int[CLASSES];
        for (int i = 0; i < 40; i++) {
            counts[i < 20 ? 34 + random.nextInt(4) : random.nextInt(CLASSES)]++;
        }

        double nats = IntervalMixture.nats(counts, even());

        assertThat(nats).isGreaterThan(10);
        assertThat(nats).isGreaterThan(MultinomialMixture.nats(counts, even()) + 4);
    }

    @Test
    void nats_scatteredSpikes_areNoRun() {
        int[] counts = new int[CLASSES];
        for (int i = 0; i < CLASSES; i += 4) {
            counts[i] = 4;
        }

        assertThat(IntervalMixture.nats(counts, even())).isLessThan(3);
    }
}
