package org.iolaus.detection.statistics;

/**
 * What a sample says of how often a further score will exceed one of its own, whatever the distribution: of n + 1
 * exchangeable scores the last is among the a + 1 largest with probability (a + 1) / (n + 1).
 *
 * <p>Papers: [1] V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World" (2005). [2] C. Clopper, E.
 * Pearson, Biometrika 26 (1934).
 *
 * @param size scores in the sample
 * @param allowed scores of the sample that may lie above the threshold
 */
public record OrderStatistic(long size, long allowed) {
    private static final int BISECTIONS = 100;

    public OrderStatistic {
        if (size < 0 || allowed < 0 || allowed > size) {
            throw new IllegalArgumentException("allowed " + allowed + " must be between 0 and size, which is " + size);
        }
    }

    /** The one that keeps to a rate, or, where the sample is too small for it, to the least rate it can speak of. */
    public static OrderStatistic of(long size, double target) {
        long within = (long) StrictMath.floor(target * (size + 1) * (1 + 1e-12));
        return new OrderStatistic(size, Math.clamp(within - 1, 0, Math.max(0, size)));
    }

    /** Scores that a sample needs to speak of a rate. */
    public static long needed(double target) {
        return (long) StrictMath.ceil(1 / target * (1 - 1e-12)) - 1;
    }

    /** Probability that a further score exceeds the threshold, over samples. */
    public double rate() {
        return (allowed + 1.0) / (size + 1.0);
    }

    /** Bound on the rate behind this very sample, wrong with probability {@code error}: Clopper and Pearson's. */
    public double upper(double error) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (atMostAllowed(middle) > error) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double atMostAllowed(double rate) {
        if (allowed >= size) {
            return 1;
        }
        double sum = 0;
        double logTerm = size * StrictMath.log1p(-rate);
        for (long i = 0; i <= allowed; i++) {
            sum += StrictMath.exp(logTerm);
            logTerm += StrictMath.log((size - i) / (i + 1.0)) + StrictMath.log(rate) - StrictMath.log1p(-rate);
        }
        return sum;
    }
}
