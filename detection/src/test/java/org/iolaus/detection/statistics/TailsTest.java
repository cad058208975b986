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
