package org.iolaus.watermark.statistics;

import java.util.Locale;

/**
 * A bound on the chance of a result at least this extreme without any mark. Kept as a natural logarithm, for the chances
 * met here fall far below the smallest double.
 *
 * @param ln natural logarithm of the chance, at most 0; negative infinity for a chance of 0
 */
public record PValue(double ln) implements Comparable<PValue> {
    /** Certainty: nothing speaks for a mark. */
    public static final PValue ONE = new PValue(0);

    public PValue {
        if (!(ln <= 0)) {
            throw new IllegalArgumentException("ln of a p-value is %s, must be at most 0".formatted(ln));
        }
    }

    /** The p-value of a chance from 0 to 1. */
    public static PValue of(double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance is %s, must be from 0 to 1".formatted(chance));
        }
        return new PValue(Math.log(chance));
    }

    /** The chance itself; 0 below about 1e-323. */
    public double chance() {
        return Math.exp(ln);
    }

    /** Decimal logarithm of the chance. */
    public double log10() {
        return ln / Math.log(10);
    }

    /**
     * The chance that the smallest of {@code tests} p-values is at most this one, by Bonferroni's bound, which holds
     * whatever the tests have in common.
     */
    public PValue amongst(long tests) {
        if (tests < 1) {
            throw new IllegalArgumentException("tests is %d, must be at least 1".formatted(tests));
        }
        return new PValue(Math.min(0, ln + Math.log((double) tests)));
    }

    /** Whether the chance is at most {@code error}, the probability of a false alarm that is accepted. */
    public boolean isAtMost(double error) {
        return ln <= Math.log(error);
    }

    /** Smaller chances first. */
    @Override
    public int compareTo(PValue other) {
        return Double.compare(ln, other.ln);
    }

    /** In decimal, such as {@code 3.2e-412}. */
    @Override
    public String toString() {
        if (ln == Double.NEGATIVE_INFINITY) {
            return "0";
        }
        double exponent = Math.floor(log10());
        double tenths = Math.rint(10 * Math.pow(10, log10() - exponent));
        return tenths < 100
                ? String.format(Locale.ROOT, "%.1fe%+d", tenths / 10, (long) exponent)
                : String.format(Locale.ROOT, "1.0e%+d", (long) exponent + 1);
    }
}
