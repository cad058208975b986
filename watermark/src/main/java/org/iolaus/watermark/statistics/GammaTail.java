package org.iolaus.watermark.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The upper tail of a sum of independent exponential scores of mean one.
 *
 * <p>The sum of n such scores reaches x exactly when a Poisson process of rate one has fewer than n events before x, so
 * the tail is a finite sum of Poisson probabilities. Its terms are positive: the sum keeps full relative accuracy
 * however small it is. Takes about √n terms.
 */
public final class GammaTail {
    private GammaTail() {}

    /**
     * The chance that {@code scores} exponential scores sum to at least {@code sum}.
     *
     * @param scores number of scores, not negative
     * @param sum not negative
     */
    public static PValue atLeast(int scores, double sum) {
        if (scores < 0 || !(sum >= 0)) {
            throw new IllegalArgumentException(
                    "scores is %d and sum is %s, neither must be negative".formatted(scores, sum));
        }
        if (scores == 0 || sum == 0) {
            return sum == 0 ? PValue.ONE : new PValue(Double.NEGATIVE_INFINITY);
        }
        double ln = sum > scores ? lnFewer(scores, sum) : ln1mExp(lnAtLeast(scores, sum));
        return new PValue(Math.min(0, ln));
    }

    /** ln P(N < scores) for N Poisson of a mean above scores: terms fall away from the last one. */
    private static double lnFewer(int scores, double mean) {
        double term = 1;
        double sum = 1;
        for (int i = scores - 1; i > 0 && term > sum * 1e-17; i--) {
            term *= i / mean;
            sum += term;
        }
        return PoissonDistribution.of(mean).logProbability(scores - 1) + Math.log(sum);
    }

    /** ln P(N ≥ scores) for N Poisson of a mean of at most scores: terms fall away from the first one. */
    private static double lnAtLeast(int scores, double mean) {
        double term = 1;
        double sum = 1;
        for (int i = scores + 1; term > sum * 1e-17; i++) {
            term *= mean / i;
            sum += term;
        }
        return PoissonDistribution.of(mean).logProbability(scores) + Math.log(sum);
    }

    /** ln(1 − eˣ) for x below 0. */
    static double ln1mExp(double x) {
        return x > -0.7 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }
}
