package org.iolaus.detection.statistics;

/**
 * Chernoff bounds on tails of counts, in nats: {@code -log} of an upper bound on the probability. Never negative.
 *
 * <p>Paper: H. Chernoff, Annals of Mathematical Statistics 23 (1952). Each call is O(1).
 */
public final class Tails {
    private Tails() {}

    /** Bound on P(Poisson(mean) ≥ count); also holds for sums of independent indicators with that mean. */
    public static double poissonUpper(double count, double mean) {
        if (count <= mean) {
            return 0;
        }
        return mean == 0 ? Double.POSITIVE_INFINITY : Math.max(0, count * StrictMath.log(count / mean) - count + mean);
    }

    /** Bound on P(Binomial(trials, probability) ≤ count). */
    public static double binomialLower(double count, double trials, double probability) {
        double share = count / trials;
        return trials == 0 || share >= probability ? 0 : trials * divergence(share, probability);
    }

    /** Bound on P(Binomial(trials, probability) ≥ count). */
    public static double binomialUpper(double count, double trials, double probability) {
        double share = count / trials;
        return trials == 0 || share <= probability ? 0 : trials * divergence(share, probability);
    }

    /** Kullback–Leibler divergence of two coins, in nats. */
    public static double divergence(double a, double b) {
        return Math.max(0, term(a, b) + term(1 - a, 1 - b));
    }

    private static double term(double a, double b) {
        if (a == 0) {
            return 0;
        }
        return b <= 0 ? Double.POSITIVE_INFINITY : a * StrictMath.log(a / b);
    }
}
