package org.iolaus.evaluation;

import org.jspecify.annotations.Nullable;

/** Wilson's score interval for a rate (JASA 1927). */
public final class Wilson {
    private static final double Z95_ONE_SIDED = 1.645;

    /** Fewest trials whose bound is worth stating: without a hit it lies at one in a thousand. */
    public static final int MIN_TRIALS = 3000;

    private Wilson() {}

    /** {@link #upper95}, or null below {@link #MIN_TRIALS} trials. */
    static @Nullable Double stated(long hits, long trials) {
        return trials < MIN_TRIALS ? null : (Double) upper95(hits, trials);
    }

    /** One-sided 95 % upper bound of the rate behind {@code hits} in {@code trials}; 1 without trials. */
    public static double upper95(long hits, long trials) {
        if (trials == 0) {
            return 1;
        }
        double z2 = Z95_ONE_SIDED * Z95_ONE_SIDED;
        double rate = (double) hits / trials;
        double centre = rate + z2 / (2.0 * trials);
        double half = Z95_ONE_SIDED * Math.sqrt(rate * (1 - rate) / trials + z2 / (4.0 * trials * trials));
        return (centre + half) / (1 + z2 / trials);
    }
}
