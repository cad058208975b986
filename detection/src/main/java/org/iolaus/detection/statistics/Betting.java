package org.iolaus.detection.statistics;

/**
 * A betting e-process: wealth, in nats, of a gambler who bets against a null hypothesis at fair odds. Under the null its
 * expectation is at most 1 at every stopping time, so {@code exp(-wealth)} bounds the chance of a false alarm however
 * often one looks. Mixes a fixed grid of strategies by their mean. Not thread-safe.
 *
 * <p>Papers: [1] G. Shafer, Journal of the Royal Statistical Society A 184 (2021). [2] I. Waudby-Smith, A. Ramdas,
 * Journal of the Royal Statistical Society B 86 (2024).
 */
public final class Betting {
    private static final double[] RATES = {0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95};
    private static final double[] STAKES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.95};

    private final double[] rateWealth = new double[RATES.length];
    /** What each strategy on events gains at the last bound if one happens, and if none does. */
    private final double[] gains = new double[RATES.length];

    private final double[] losses = new double[RATES.length];
    private double lastBound = Double.NaN;
    private final double[] stakeWealth = new double[STAKES.length];

    /**
     * Bets that an event happens more often than the null allows.
     *
     * @param happened whether it did
     * @param bound upper bound on its probability under the null, given all bets before
     */
    public void event(boolean happened, double bound) {
        if (bound != lastBound) {
            weigh(bound);
        }
        double[] change = happened ? gains : losses;
        for (int i = 0; i < RATES.length; i++) {
            rateWealth[i] += change[i];
        }
    }

    private void weigh(double bound) {
        for (int i = 0; i < RATES.length; i++) {
            double rate = RATES[i];
            gains[i] = rate > bound ? StrictMath.log(rate / bound) : 0;
            losses[i] = rate > bound ? StrictMath.log((1 - rate) / (1 - bound)) : 0;
        }
        lastBound = bound;
    }

    /**
     * Bets that the mean of values in 0..1 is above {@code mean}.
     *
     * @param value one value in 0..1
     * @param mean upper bound on its expectation under the null, inside 0..1
     */
    public void value(double value, double mean) {
        for (int i = 0; i < STAKES.length; i++) {
            stakeWealth[i] += StrictMath.log1p(STAKES[i] / mean * (value - mean));
        }
    }

    /** Wealth from {@link #event}, in nats. */
    public double eventNats() {
        return logMeanExp(rateWealth);
    }

    /** Wealth from {@link #value}, in nats. */
    public double valueNats() {
        return logMeanExp(stakeWealth);
    }

    /** Nats of a bet that more than half of {@code count} have what a share of them has; 0 if not even half has. */
    public static double majorityNats(double share, int count) {
        Betting betting = new Betting();
        long having = Math.round(share * count);
        for (int i = 0; i < count; i++) {
            betting.event(i < having, 0.5);
        }
        return Math.max(0, betting.eventNats());
    }

    /** Logarithm of the mean of exponentials: e-values of dependent tests combine so. */
    public static double logMeanExp(double... nats) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : nats) {
            max = Math.max(max, value);
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (double value : nats) {
            sum += StrictMath.exp(value - max);
        }
        return max + StrictMath.log(sum / nats.length);
    }

    /** Nats to bits. */
    public static double bits(double nats) {
        return nats / StrictMath.log(2);
    }
}
