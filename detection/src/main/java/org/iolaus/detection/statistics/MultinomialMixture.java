package org.iolaus.detection.statistics;

/**
 * An e-value against a multinomial null: the likelihood of the counts, averaged over distributions by symmetric
 * Dirichlet priors from spiky to flat, over their likelihood under the null. It needs no alternative; its logarithm falls
 * short of the best alternative's by about (k − 1)/2 · log n for k classes.
 *
 * <p>Paper: R. Krichevsky, V. Trofimov, IEEE Transactions on Information Theory 27 (1981). O(n).
 */
public final class MultinomialMixture {
    private static final double[] CONCENTRATIONS = {0.5, 2, 8};

    private MultinomialMixture() {}

    /**
     * Nats against the null.
     *
     * @param counts observations by class
     * @param shares probabilities under the null, positive, summing to 1 at most
     */
    public static double nats(int[] counts, double[] shares) {
        double[] nats = new double[CONCENTRATIONS.length];
        for (int i = 0; i < nats.length; i++) {
            nats[i] = nats(counts, shares, CONCENTRATIONS[i]);
        }
        return Betting.logMeanExp(nats);
    }

    private static double nats(int[] counts, double[] shares, double concentration) {
        double nats = 0;
        int seen = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < counts[i]; k++) {
                double predicted = (k + concentration) / (seen + concentration * counts.length);
                nats += StrictMath.log(predicted / shares[i]);
                seen++;
            }
        }
        return nats;
    }
}
