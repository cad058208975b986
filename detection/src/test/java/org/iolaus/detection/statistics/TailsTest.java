package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TailsTest {
    private static final double ROUNDING = 1e-9;

    private final SplittableRandom random = new SplittableRandom(11);

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
    void negativeBinomialUpper_largeShape_isPoissons() {
        for (int count = 2; count < 40; count++) {
            double poisson = count * Math.log(count / 1.5) - count + 1.5;
            assertThat(Tails.negativeBinomialUpper(count, 1.5, 1e7)).isCloseTo(poisson, within(1e-3));
            assertThat(Tails.negativeBinomialUpper(count, 1.5, 3)).isLessThan(poisson);
        }
    }

    @Test
    void poissonUpper_anyShape_isNoLess() {
        assertThat(Tails.poissonUpper(4, 1.5)).isCloseTo(4 * Math.log(4 / 1.5) - 2.5, within(1e-12));
        assertThat(Tails.poissonUpper(1, 1.5)).isZero();
        for (int count = 1; count < 40; count++) {
            for (double mean = 0.001; mean < 100; mean *= 3) {
                for (double shape = 1; shape < 1_000; shape *= 4) {
                    assertThat(Tails.negativeBinomialUpper(count, mean, shape))
                            .isLessThanOrEqualTo(Tails.poissonUpper(count, mean) + 1e-9);
                }
            }
        }
    }

    @Test
    void negativeBinomialUpper_unequalIndicators_boundsTheExactTail() {
        for (int run = 0; run < 200; run++) {
            double[] chances = random.doubles(12, 0, random.nextDouble(0.01, 1)).toArray();
            double[] counts = poissonBinomial(chances);
            double mean = Arrays.stream(chances).sum();
            double shape = Math.exp(random.nextDouble(-2, 20));
            double tail = 0;
            for (int count = chances.length; count > 0; count--) {
                tail += counts[count];
                assertThat(Math.exp(-Tails.negativeBinomialUpper(count, mean, shape)))
                        .as("P(K >= %s), mean %s, shape %s", count, mean, shape)
                        .isGreaterThanOrEqualTo(tail - ROUNDING);
            }
        }
    }

    /** Chances of independent indicators: equal, rare, common, or some of each. */
    private double[] indicators(int size, int kind) {
        return random.doubles(size, 0, 1)
                .map(chance -> switch (kind) {
                    case 0 -> 0.3;
                    case 1 -> chance * 0.02;
                    case 2 -> 1 - chance * 0.1;
                    case 3 -> chance < 0.5 ? 1e-4 : 0.9;
                    default -> chance;
                })
                .toArray();
    }

    @Test
    void upperBounds_everyCountOfSmallSums_areNeverBelowThePoissonBinomialTail() {
        double most = Double.NEGATIVE_INFINITY;
        for (int size = 1; size <= 16; size++) {
            for (int run = 0; run < 250; run++) {
                double[] chances = indicators(size, run % 5);
                double[] counts = poissonBinomial(chances);
                double mean = Arrays.stream(chances).sum();
                double shape = Math.exp(random.nextDouble(-3, 20));
                long[] trials = new long[size];
                Arrays.fill(trials, 1);
                double tail = 0;
                for (int count = size; count > 0; count--) {
                    tail += counts[count];
                    double single = Math.exp(-Tails.negativeBinomialUpper(count, mean, shape));
                    double sum = Math.exp(-Tails.negativeBinomialSumUpper(count, trials, chances, shape));
                    most = Math.max(most, tail - Math.min(single, sum));
                }
            }
        }
        assertThat(most).as("exact tail above a bound").isLessThanOrEqualTo(ROUNDING);
    }

    @Test
    void negativeBinomialUpper_furtherOut_isMore() {
        for (int count = 0; count < 40; count++) {
            assertThat(Tails.negativeBinomialUpper(count + 1, 3, 2))
                    .isGreaterThanOrEqualTo(Tails.negativeBinomialUpper(count, 3, 2));
            assertThat(Tails.negativeBinomialUpper(9, count + 2, 2))
                    .isLessThanOrEqualTo(Tails.negativeBinomialUpper(9, count + 1, 2));
        }
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
