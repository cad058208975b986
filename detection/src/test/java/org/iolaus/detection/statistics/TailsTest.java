package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class TailsTest {
    private static final double ROUNDING = 1e-9;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void poissonUpper_workedExample_isChernoffsFormula() {
        assertThat(Tails.poissonUpper(5, 1)).isCloseTo(5 * Math.log(5) - 4, within(ROUNDING));
    }

    @Test
    void negativeBinomialUpper_workedExample_isChernoffsFormula() {
        assertThat(Tails.negativeBinomialUpper(3, 1, 2))
                .isCloseTo(3 * Math.log(3) - 5 * Math.log(5.0 / 3), within(ROUNDING));
    }

    @Test
    void negativeBinomialUpper_randomCounts_boundsTheExactTail() {
        for (int run = 0; run < 2000; run++) {
            double mean = Math.exp(random.nextDouble(-8, 3));
            double shape = Math.exp(random.nextDouble(-2, 4));
            int count = random.nextInt(1, 40);
            double tail = negativeBinomialTail(count, mean, shape);
            assertThat(Math.exp(-Tails.negativeBinomialUpper(count, mean, shape)))
                    .as("P(K >= %s), mean %s, shape %s", count, mean, shape)
                    .isGreaterThanOrEqualTo(tail * (1 - 1e-6) - 1e-13);
        }
    }

    /** Exact tail, from the probability of zero upwards. */
    private static double negativeBinomialTail(int count, double mean, double shape) {
        double chance = Math.pow(shape / (shape + mean), shape);
        for (int k = 0; k < count; k++) {
            chance *= (k + shape) / (k + 1) * mean / (shape + mean);
        }
        double above = 0;
        for (int k = count; k < count + 2000; k++) {
            above += chance;
            chance *= (k + shape) / (k + 1) * mean / (shape + mean);
        }
        return above;
    }

    @Test
    void negativeBinomialUpper_largeShape_isPoissons() {
        for (int count = 2; count < 40; count++) {
            assertThat(Tails.negativeBinomialUpper(count, 1.5, 1e7))
                    .isCloseTo(Tails.poissonUpper(count, 1.5), within(1e-3));
            assertThat(Tails.negativeBinomialUpper(count, 1.5, 3)).isLessThan(Tails.poissonUpper(count, 1.5));
        }
    }

    @Test
    void negativeBinomialUpper_onTheLikelySide_saysNothing() {
        assertThat(Tails.negativeBinomialUpper(0, 0.1, 1)).isZero();
        assertThat(Tails.negativeBinomialUpper(2, 2, 1)).isZero();
        assertThat(Tails.negativeBinomialUpper(Math.nextUp(2), 2, 1)).isNotNegative();
    }

    @Test
    void negativeBinomialSumUpper_oneTrial_isItsTail() {
        for (int count = 1; count < 20; count++) {
            assertThat(Tails.negativeBinomialSumUpper(count, new long[] {1, 0}, new double[] {0.2, 5}, 1))
                    .isCloseTo(Tails.negativeBinomialUpper(count, 0.2, 1), within(1e-6));
        }
    }

    @Test
    void negativeBinomialSumUpper_equalTrials_addTheirShapes() {
        assertThat(Tails.negativeBinomialSumUpper(30, new long[] {50}, new double[] {0.1}, 2))
                .isCloseTo(Tails.negativeBinomialUpper(30, 5, 100), within(1e-6));
    }

    @Test
    void negativeBinomialSumUpper_randomSums_boundTheirShare() {
        long[] trials = {40, 200};
        double[] means = {0.05, 0.005};
        int runs = 100_000;
        int[] reached = new int[13];
        for (int run = 0; run < runs; run++) {
            int sum = 0;
            for (int kind = 0; kind < 2; kind++) {
                for (int i = 0; i < trials[kind]; i++) {
                    double chance = means[kind] / (1 + means[kind]);
                    while (random.nextDouble() < chance) {
                        sum++;
                    }
                }
            }
            for (int level = 0; level <= Math.min(12, sum); level++) {
                reached[level]++;
            }
        }
        for (int level = 0; level <= 12; level++) {
            double bound = Math.exp(-Tails.negativeBinomialSumUpper(level, trials, means, 1));
            assertThat(reached[level] / (double) runs).isLessThanOrEqualTo(bound + 3 * Math.sqrt(bound / runs));
        }
    }

    @Test
    void negativeBinomialSumUpper_noMoreThanExpected_saysNothing() {
        assertThat(Tails.negativeBinomialSumUpper(3, new long[] {30}, new double[] {0.1}, 1))
                .isZero();
        assertThat(Tails.negativeBinomialSumUpper(0, new long[] {0}, new double[] {0.1}, 1))
                .isZero();
    }

    @Test
    void excesses_lessThanOne_isNothing() {
        assertThat(Tails.excesses(0, 3)).isZero();
        assertThat(Tails.excesses(2.9, 3)).isZero();
    }

    @Test
    void excesses_roomForOneOnly_isItself() {
        assertThat(Tails.excesses(5, 3)).isCloseTo(5, within(ROUNDING));
    }

    @Test
    void excesses_roomForTwo_isTheWorkedExample() {
        assertThat(Tails.excesses(8, 3)).isCloseTo(8 - Math.log(1 + (1 + 2) / 2.0), within(ROUNDING));
    }

    @Test
    void excesses_larger_isMore() {
        double before = 0;
        for (double sum = 3; sum < 600; sum += 0.7) {
            double nats = Tails.excesses(sum, 3);
            assertThat(nats).isBetween(before - ROUNDING, sum);
            before = nats;
        }
        assertThat(Tails.excesses(1e9, 3)).isEqualTo(Tails.excesses(500, 3));
    }

    @Test
    void excesses_ofExponentialVariables_boundTheirTail() {
        int objects = 50;
        int runs = 200_000;
        double least = 1;
        double[] sums = new double[runs];
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < objects; i++) {
                double excess = -Math.log(random.nextDouble()) - Math.log(objects);
                sums[run] += excess >= least ? excess : 0;
            }
        }
        for (double level : new double[] {1, 2, 4, 6, 8}) {
            double share =
                    java.util.Arrays.stream(sums).filter(sum -> sum >= level).count() / (double) runs;
            double bound = Math.exp(-Tails.excesses(level, least));
            assertThat(share).isLessThanOrEqualTo(bound + 3 * Math.sqrt(bound / runs));
        }
    }

    @Test
    void binomialUpper_allHeads_isExact() {
        assertThat(Tails.binomialUpper(10, 10, 0.5)).isCloseTo(10 * Math.log(2), within(ROUNDING));
        assertThat(Tails.binomialLower(0, 10, 0.5)).isCloseTo(10 * Math.log(2), within(ROUNDING));
    }

    @Test
    void poissonUpper_randomCounts_boundsTheExactTail() {
        for (int run = 0; run < 2000; run++) {
            double mean = Math.exp(random.nextDouble(-12, 4));
            int count = random.nextInt(1, 60);
            double exact = PoissonDistribution.of(mean).survivalProbability(count - 1);
            assertThat(Tails.poissonUpper(count, mean))
                    .as("P(Poisson(%s) >= %s)", mean, count)
                    .isBetween(0.0, -Math.log(exact) + ROUNDING);
        }
    }

    @Test
    void poissonUpper_unequalIndicators_boundsTheExactTail() {
        for (int run = 0; run < 200; run++) {
            double[] chances = random.doubles(12, 0, random.nextDouble(0.01, 1)).toArray();
            double[] counts = poissonBinomial(chances);
            double mean = java.util.Arrays.stream(chances).sum();
            double tail = 0;
            for (int count = chances.length; count > 0; count--) {
                tail += counts[count];
                assertThat(Math.exp(-Tails.poissonUpper(count, mean))).isGreaterThanOrEqualTo(tail - ROUNDING);
            }
        }
    }

    @Test
    void binomialTails_randomCounts_boundTheExactTails() {
        for (int run = 0; run < 2000; run++) {
            int trials = random.nextInt(1, 80);
            double chance = random.nextDouble();
            int count = random.nextInt(trials + 1);
            var exact = BinomialDistribution.of(trials, chance);
            String tail = count + " of " + trials + " at " + chance;
            assertThat(Tails.binomialLower(count, trials, chance))
                    .as(tail)
                    .isBetween(0.0, -Math.log(exact.cumulativeProbability(count)) + ROUNDING);
            assertThat(Tails.binomialUpper(count, trials, chance))
                    .as(tail)
                    .isBetween(0.0, -Math.log(exact.survivalProbability(count - 1)) + ROUNDING);
        }
    }

    @Test
    void binomialTails_mirrored_areEqual() {
        for (int run = 0; run < 200; run++) {
            int count = random.nextInt(41);
            double chance = random.nextDouble();
            assertThat(Tails.binomialUpper(count, 40, chance))
                    .isCloseTo(Tails.binomialLower(40 - count, 40, 1 - chance), within(1e-7));
        }
    }

    @Test
    void tails_furtherOut_areMonotone() {
        for (int count = 0; count < 40; count++) {
            assertThat(Tails.poissonUpper(count + 1, 3)).isGreaterThanOrEqualTo(Tails.poissonUpper(count, 3));
            assertThat(Tails.poissonUpper(9, count + 1)).isLessThanOrEqualTo(Tails.poissonUpper(9, count));
            assertThat(Tails.binomialUpper(count + 1, 40, 0.3))
                    .isGreaterThanOrEqualTo(Tails.binomialUpper(count, 40, 0.3));
            assertThat(Tails.binomialLower(count + 1, 40, 0.3))
                    .isLessThanOrEqualTo(Tails.binomialLower(count, 40, 0.3));
        }
    }

    @Test
    void tails_onTheLikelySide_saysNothing() {
        assertThat(Tails.poissonUpper(0, 0)).isZero();
        assertThat(Tails.poissonUpper(2, 2)).isZero();
        assertThat(Tails.binomialLower(4, 10, 0.4)).isZero();
        assertThat(Tails.binomialUpper(4, 10, 0.4)).isZero();
        assertThat(Tails.binomialLower(0, 10, 0)).isZero();
        assertThat(Tails.binomialUpper(10, 10, 1)).isZero();
    }

    @Test
    void tails_impossible_areInfinite() {
        assertThat(Tails.poissonUpper(1, 0)).isInfinite();
        assertThat(Tails.binomialUpper(1, 10, 0)).isInfinite();
        assertThat(Tails.binomialLower(9, 10, 1)).isInfinite();
    }

    @Test
    void tails_aHairBeyondTheMean_areNotNegative() {
        for (int run = 0; run < 2000; run++) {
            double mean = random.nextDouble(50);
            double chance = random.nextDouble();
            assertThat(Tails.poissonUpper(Math.nextUp(mean), mean)).isNotNegative();
            assertThat(Tails.binomialUpper(7, 7 / Math.nextUp(chance), chance)).isNotNegative();
            assertThat(Tails.binomialLower(7, 7 / Math.nextDown(chance), chance))
                    .isNotNegative();
        }
    }

    @Test
    void binomialTails_noTrials_sayNothing() {
        assertThat(Tails.binomialLower(0, 0, 0.5)).isZero();
        assertThat(Tails.binomialUpper(0, 0, 0.5)).isZero();
    }

    /** Exact distribution of a sum of independent indicators, by convolution. */
    private static double[] poissonBinomial(double[] chances) {
        double[] counts = new double[chances.length + 1];
        counts[0] = 1;
        for (double chance : chances) {
            for (int count = chances.length; count > 0; count--) {
                counts[count] = counts[count] * (1 - chance) + counts[count - 1] * chance;
            }
            counts[0] *= 1 - chance;
        }
        return counts;
    }
}
