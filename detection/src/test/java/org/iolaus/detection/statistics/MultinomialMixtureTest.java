package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MultinomialMixtureTest {
    private static final int RUNS = 20_000;

    private final SplittableRandom random = new SplittableRandom(13);

    private static double[] even(int classes) {
        double[] shares = new double[classes];
        Arrays.fill(shares, 1.0 / classes);
        return shares;
    }

    private int[] draw(double[] shares, int observations) {
        int[] counts = new int[shares.length];
        for (int i = 0; i < observations; i++) {
            double left = random.nextDouble();
            int at = 0;
            while (at < shares.length - 1 && left >= shares[at]) {
                left -= shares[at++];
            }
            counts[at]++;
        }
        return counts;
    }

    @Test
    void nats_twiceTheSameOfTwo_isTheMeanOfThreeMixtures() {
        double spiky = (0.5 / 1) * (1.5 / 2);
        double middle = (2.0 / 4) * (3.0 / 5);
        double flat = (8.0 / 16) * (9.0 / 17);
        assertThat(MultinomialMixture.nats(new int[] {2, 0}, even(2)))
                .isCloseTo(Math.log((spiky + middle + flat) / 3 / 0.25), within(1e-12));
    }

    @Test
    void nats_noneOrOneObservationOfEvenClasses_isNoEvidence() {
        assertThat(MultinomialMixture.nats(new int[10], even(10))).isZero();
        assertThat(MultinomialMixture.nats(new int[] {0, 1, 0}, even(3))).isCloseTo(0, within(1e-12));
    }

    @Test
    void nats_classesReordered_isTheSame() {
        assertThat(MultinomialMixture.nats(new int[] {3, 0, 9}, new double[] {0.2, 0.5, 0.3}))
                .isCloseTo(MultinomialMixture.nats(new int[] {9, 3, 0}, new double[] {0.3, 0.2, 0.5}), within(1e-12));
    }

    @Test
    void nats_underTheNull_meanIsAtMostOne() {
        for (int observations : new int[] {1, 4, 12}) {
            double[] shares = {0.5, 0.2, 0.2, 0.1};
            double sum = 0;
            double squares = 0;
            for (int run = 0; run < RUNS; run++) {
                double value = Math.exp(MultinomialMixture.nats(draw(shares, observations), shares));
                sum += value;
                squares += value * value;
            }
            double mean = sum / RUNS;
            double error = Math.sqrt((squares / RUNS - mean * mean) / RUNS);
            assertThat(mean).isLessThanOrEqualTo(1 + 3 * error);
        }
    }

    /** The exact expectation, by going through all counts. */
    @Test
    void nats_underTheNull_expectationIsOne() {
        double[] shares = {0.6, 0.3, 0.1};
        int observations = 7;
        double expectation = 0;
        for (int a = 0; a <= observations; a++) {
            for (int b = 0; a + b <= observations; b++) {
                int[] counts = {a, b, observations - a - b};
                expectation += chance(counts, shares) * Math.exp(MultinomialMixture.nats(counts, shares));
            }
        }
        assertThat(expectation).isCloseTo(1, within(1e-9));
    }

    private static double chance(int[] counts, double[] shares) {
        double chance = 1;
        int seen = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int k = 1; k <= counts[i]; k++) {
                chance *= shares[i] * ++seen / k;
            }
        }
        return chance;
    }

    @Test
    void nats_underTheNull_seldomReachALevel() {
        int reached = 0;
        for (int run = 0; run < RUNS; run++) {
            reached += MultinomialMixture.nats(draw(even(10), 40), even(10)) >= Math.log(20) ? 1 : 0;
        }
        assertThat(reached).isLessThanOrEqualTo(RUNS / 20);
    }

    @Test
    void nats_shiftedDistribution_growAsItsDivergence() {
        double[] shares = even(10);
        double[] shifted = new double[10];
        Arrays.fill(shifted, 0.5 / 9);
        shifted[9] = 0.5;
        double divergence = 0.5 * Math.log(5) + 0.5 * Math.log(5.0 / 9);
        for (int observations : new int[] {200, 2000}) {
            double nats = MultinomialMixture.nats(draw(shifted, observations), shares);
            assertThat(nats / observations).isCloseTo(divergence, within(0.15));
        }
    }
}
