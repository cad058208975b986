package org.iolaus.service.decision;

import java.util.HashMap;
import java.util.Map;
import org.iolaus.detection.statistics.Tails;

/**
 * Tells whether more sign-ups share a value within an hour than chance allows. A value's expected number is its share of
 * all earlier sign-ups times the sign-ups of the hour, so that a busy hour is no burst of anything. How surprising a
 * number is, in nats, is then ranked among the same figure of all values in all earlier hours (a conformal p-value), so
 * that what is normal here sets the bound: of ordinary hours of a value at most a share {@code rate} is noticed. Until
 * enough hours have passed to say so, nothing is. Not thread-safe.
 */
final class SignupBursts {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int BINS_PER_NAT = 4;
    private static final int BINS = 400;
    private static final int MOST_VALUES = 200_000;

    private final long[] history = new long[BINS];
    private long ranked;
    private final Map<String, Integer> before = new HashMap<>();
    private long allBefore;
    private final Map<String, Integer> hour = new HashMap<>();
    private int allInHour;
    private long hourNumber = Long.MIN_VALUE;

    /** Takes a sign-up in; {@code values} are what it may share with others. */
    void add(Iterable<String> values, long millis) {
        if (millis / HOUR_MILLIS != hourNumber) {
            close();
            hourNumber = millis / HOUR_MILLIS;
        }
        allInHour++;
        values.forEach(value -> hour.merge(value, 1, Integer::sum));
    }

    /** Whether the sign-ups with a value come in a burst now. */
    boolean bursts(String value, double rate) {
        int bin = bin(surprise(value));
        long asHigh = 0;
        for (int i = bin; i < BINS; i++) {
            asHigh += history[i];
        }
        return (1.0 + asHigh) / (1.0 + ranked) <= rate;
    }

    /** Sign-ups with a value in this hour. */
    int inHour(String value) {
        return hour.getOrDefault(value, 0);
    }

    private double surprise(String value) {
        int seen = before.getOrDefault(value, 0);
        double share = (seen + 1.0) / (allBefore + 1.0);
        return Tails.negativeBinomialUpper(inHour(value), allInHour * share, seen + 1.0);
    }

    private static int bin(double nats) {
        return (int) Math.min(BINS - 1, nats * BINS_PER_NAT);
    }

    private void close() {
        for (String value : hour.keySet()) {
            history[bin(surprise(value))]++;
            ranked++;
        }
        hour.forEach((value, count) -> before.merge(value, count, Integer::sum));
        allBefore += allInHour;
        hour.clear();
        allInHour = 0;
        if (before.size() > MOST_VALUES) {
            halve();
        }
    }

    /** Forgets half of the past, and with it values that were seen once. */
    private void halve() {
        before.replaceAll((value, count) -> count / 2);
        before.values().removeIf(count -> count == 0);
        allBefore /= 2;
    }
}
