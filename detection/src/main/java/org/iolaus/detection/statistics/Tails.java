package org.iolaus.detection.statistics;

/**
 * Chernoff bounds on tails of counts, in nats: {@code -log} of an upper bound on the probability. Never negative.
 *
 * <p>Paper: H. Chernoff, Annals of Mathematical Statistics 23 (1952). Each call is O(1) unless said otherwise.
 */
public final class Tails {
    /** Excesses that sum up to more are not told apart, in nats. */
    public static final double MOST_SUMMED = 500;

    private static final int BISECTIONS = 60;

    private Tails() {}

    /**
     * Bound on P(K ≥ count) for a Poisson count K whose mean is itself uncertain, a gamma variable: K is negative
     * binomial. It holds for a sum of independent indicators with that mean, too, which spreads less.
     *
     * @param mean expectation of K, above 0
     * @param shape of the gamma variable, above 0; the larger, the nearer to Poisson's law
     */
    public static double negativeBinomialUpper(double count, double mean, double shape) {
        if (count <= mean) {
            return 0;
        }
        double sum = count + shape;
        return Math.max(0, count * StrictMath.log(count / mean) - sum * StrictMath.log(sum / (mean + shape)));
    }

    /** Bound on P(K ≥ count) for a Poisson count K: the most that {@link #negativeBinomialUpper} gives for any shape. */
    public static double poissonUpper(double count, double mean) {
        return count <= mean ? 0 : count * StrictMath.log(count / mean) - count + mean;
    }

    /**
     * Bound on P(K ≥ count) for a sum K of many counts, of {@code trials[i]} with expectation {@code means[i]} each, all
     * negative binomial of one shape. O(kinds).
     *
     * @param means above 0
     * @param shape as in {@link #negativeBinomialUpper}
     */
    public static double negativeBinomialSumUpper(double count, long[] trials, double[] means, double shape) {
        double expected = 0;
        double most = 0;
        for (int i = 0; i < means.length; i++) {
            expected += trials[i] * means[i];
            most = trials[i] == 0 ? most : Math.max(most, means[i]);
        }
        if (count <= expected) {
            return 0;
        }
        double low = 0;
        double high = shape / most;
        for (int i = 0; i < BISECTIONS; i++) {
            double tilt = (low + high) / 2;
            if (tilted(tilt, trials, means, shape) < count) {
                low = tilt;
            } else {
                high = tilt;
            }
        }
        double nats = count * StrictMath.log1p(low);
        for (int i = 0; i < means.length; i++) {
            nats += trials[i] == 0 ? 0 : trials[i] * shape * StrictMath.log1p(-low * means[i] / shape);
        }
        return Math.max(0, nats);
    }

    /** Expectation of the sum under the exponentially tilted law, where exp(θ) = 1 + tilt. */
    private static double tilted(double tilt, long[] trials, double[] means, double shape) {
        double expected = 0;
        for (int i = 0; i < means.length; i++) {
            expected += trials[i] == 0 ? 0 : trials[i] * means[i] * (1 + tilt) / (1 - tilt * means[i] / shape);
        }
        return expected;
    }

    /**
     * Bound on the probability that independent excesses reach a sum, where each of M has a tail of at most exp(−x)/M and
     * counts from {@code least} on: their number is then Poisson at most, and a sum of m is a gamma variable of shape m.
     * A sum of many small excesses is likelier than one as large.
     *
     * @param sum what they add up to; beyond {@link #MOST_SUMMED} nats sums are not told apart
     * @param least what each of them has at least, above 0
     */
    public static double excesses(double sum, double least) {
        double reached = Math.min(sum, MOST_SUMMED);
        double ways = 0;
        double orders = 1;
        for (int count = 1; count * least <= reached; count++) {
            orders /= count;
            ways += orders * truncatedExponential(reached - count * least, count);
        }
        return ways == 0 ? 0 : Math.max(0, reached - StrictMath.log(ways));
    }

    /** The first terms of exp(x). */
    private static double truncatedExponential(double x, int terms) {
        double term = 1;
        double sum = 1;
        for (int i = 1; i < terms; i++) {
            term *= x / i;
            sum += term;
        }
        return sum;
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
