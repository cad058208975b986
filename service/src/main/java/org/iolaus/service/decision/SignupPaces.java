package org.iolaus.service.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iolaus.detection.statistics.Betting;

/**
 * Tells whether sign-ups that share a value come more evenly than chance lets them. If they come by chance, at whatever
 * rate, the first of two gaps is a uniform share of both; a machine that waits about as long each time makes it near a
 * half. The evidence is an e-value over disjoint pairs of gaps: the mean likelihood ratio over gamma-distributed gaps of
 * several shapes, one of them the null's own, so that it may be looked at after every sign-up and exceeds 1/α with
 * probability α at most. Sign-ups at the same millisecond tell nothing. Remembers a bounded number of values, the last
 * ones used. Not thread-safe.
 */
final class SignupPaces {
    private static final int[] SHAPES = {1, 4, 16, 64};
    private static final double[] LOG_BETA = new double[SHAPES.length];
    private static final int MOST_VALUES = 100_000;
    private static final double LEAST_SHARE = 1e-9;

    static {
        for (int i = 0; i < SHAPES.length; i++) {
            LOG_BETA[i] = 2 * logFactorial(SHAPES[i] - 1) - logFactorial(2 * SHAPES[i] - 1);
        }
    }

    private final Map<String, Pace> paces = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
            return size() > MOST_VALUES;
        }
    };

    private static final class Pace {
        private final double[] wealth = new double[SHAPES.length];
        private long last;
        private long gap = -1;

        Pace(long millis) {
            last = millis;
        }
    }

    /** Takes a sign-up with a value in. */
    void add(String value, long millis) {
        Pace pace = paces.get(value);
        if (pace == null) {
            paces.put(value, new Pace(millis));
            return;
        }
        long gap = millis - pace.last;
        pace.last = millis;
        if (pace.gap < 0) {
            pace.gap = gap;
        } else {
            bet(pace, gap);
            pace.gap = -1;
        }
    }

    private static void bet(Pace pace, long gap) {
        if (gap + pace.gap <= 0) {
            return;
        }
        double share = Math.clamp((double) pace.gap / (pace.gap + gap), LEAST_SHARE, 1 - LEAST_SHARE);
        double log = StrictMath.log(share) + StrictMath.log1p(-share);
        for (int i = 0; i < SHAPES.length; i++) {
            pace.wealth[i] += (SHAPES[i] - 1) * log - LOG_BETA[i];
        }
    }

    /** Evidence that sign-ups with a value come too evenly, in nats. */
    double nats(String value) {
        Pace pace = paces.get(value);
        return pace == null ? 0 : Betting.logMeanExp(pace.wealth);
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += StrictMath.log(i);
        }
        return sum;
    }
}
