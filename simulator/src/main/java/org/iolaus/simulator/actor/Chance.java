package org.iolaus.simulator.actor;

import java.util.SplittableRandom;

/** Draws from the few laws that everything here follows. */
public final class Chance {
    private Chance() {}

    /** A standard normal number. */
    public static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** A log-normal number around a median. */
    public static double logNormal(SplittableRandom random, double median, double sigma) {
        return median * Math.exp(sigma * normal(random));
    }

    /** A share of something, for one of many whose middle share is given: normal in log-odds, with deviation one. */
    public static double around(SplittableRandom random, double share) {
        return 1 / (1 + (1 - share) / share * Math.exp(-normal(random)));
    }
}
