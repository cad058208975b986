package org.iolaus.watermark.statistics;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The means under which a count seen is not surprising: Garwood's exact interval for a Poisson mean (Biometrika 28, 1936).
 *
 * @param low smallest mean
 * @param high largest mean
 */
public record PoissonInterval(double low, double high) {
    /** The interval that covers the true mean with at least this confidence, between 0 and 1. */
    public static PoissonInterval of(long count, double confidence) {
        if (count < 0 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "count is %d and confidence is %s, must be at least 0 and between 0 and 1"
                            .formatted(count, confidence));
        }
        double outside = (1 - confidence) / 2;
        double low = count == 0 ? 0 : GammaDistribution.of((double) count, 1).inverseCumulativeProbability(outside);
        return new PoissonInterval(low, GammaDistribution.of(count + 1.0, 1).inverseSurvivalProbability(outside));
    }

    /** Whether a mean is inside. */
    public boolean contains(double mean) {
        return low <= mean && mean <= high;
    }
}
