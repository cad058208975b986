package org.iolaus.detection.statistics;

import java.util.Arrays;

/**
 * An e-value against a multinomial null over ordered classes, for the alternative that some of the observations fall
 * within one run of neighbouring classes: the mean likelihood ratio over all runs and over shares of observations that
 * belong to it. With k classes its logarithm falls short of the best alternative's by about log k², however many classes
 * the run has; {@link MultinomialMixture} needs no order and pays for each class.
 *
 * <p>Method: scan statistics, J. Naus, Journal of the American Statistical Association 60 (1965); mixed rather than
 * maximised, so that no correction is due. O(k²).
 */
public final class IntervalMixture {
    private static final double[] BELONGING = {0.2, 0.4, 0.6, 0.8, 0.95};

    private IntervalMixture() {}

    /**
     * Nats against the null.
     *
     * @param counts observations by class
     * @param shares probabilities under the null, positive, summing to 1 at most
     */
    public static double nats(int[] counts, double[] shares) {
        int classes = counts.length;
        int all = Arrays.stream(counts).sum();
        double[] nats = new double[classes * (classes + 1) / 2 * BELONGING.length];
        int at = 0;
        for (int from = 0; from < classes; from++) {
            int inside = 0;
            double share = 0;
            for (int to = from; to < classes; to++) {
                inside += counts[to];
                share += shares[to];
                for (double belonging : BELONGING) {
                    nats[at++] = inside * StrictMath.log(1 - belonging + belonging / share)
                            + (all - inside) * StrictMath.log(1 - belonging);
                }
            }
        }
        return Betting.logMeanExp(nats);
    }
}
