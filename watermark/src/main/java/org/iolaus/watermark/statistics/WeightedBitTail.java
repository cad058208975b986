package org.iolaus.watermark.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The upper tail of a weighted sum of fair bits: tokens that each have one bit a layer, all independent, and weights
 * that depend on the layer alone.
 *
 * <p>Up to {@value #MAX_EXACT_TOKENS} tokens the law is exact: built bit by bit on the lattice of whole weights, every
 * operation a mean of two positive numbers, at the first question. Above, it is Chernoff's bound, which is never below the chance and, in the
 * tails of interest, about one decimal order above it. Safe for threads.
 */
public final class WeightedBitTail {
    /** The most tokens for which the law is computed exactly; the work grows with their square. */
    public static final int MAX_EXACT_TOKENS = 500;

    private final int tokens;
    private final int[] weights;
    private volatile double @Nullable [] lnTail;

    /**
     * @param tokens number of tokens, not negative
     * @param weights of the layers, whole and positive
     */
    public WeightedBitTail(int tokens, int[] weights) {
        if (tokens < 0 || weights.length == 0 || Arrays.stream(weights).anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("tokens is %d and weights are %s, must be at least 0 and each at least 1"
                    .formatted(tokens, Arrays.toString(weights)));
        }
        this.tokens = tokens;
        this.weights = weights.clone();
    }

    /** The chance of a weighted sum of at least {@code sum}. */
    public PValue atLeast(long sum) {
        long total = (long) tokens * Arrays.stream(weights).sum();
        if (sum < 0 || sum > total) {
            throw new IllegalArgumentException("sum is %d, must be from 0 to %d".formatted(sum, total));
        }
        return tokens <= MAX_EXACT_TOKENS ? new PValue(lnTail()[(int) sum]) : bound(tokens, weights, sum);
    }

    /** Chernoff's bound on the chance of a weighted sum of at least {@code sum}. */
    public static PValue bound(int tokens, int[] weights, long sum) {
        return new PValue(lnBound(tokens, weights, sum));
    }

    private double[] lnTail() {
        double[] known = lnTail;
        if (known == null) {
            known = exact();
            lnTail = known;
        }
        return known;
    }

    private double[] exact() {
        double[] law = new double[tokens * Arrays.stream(weights).sum() + 1];
        double[] next = new double[law.length];
        law[0] = 1;
        int top = 0;
        for (int weight : weights) {
            for (int token = 0; token < tokens; token++) {
                convolve(law, next, top, weight);
                top += weight;
                double[] swap = law;
                law = next;
                next = swap;
            }
        }
        return lnTail(law);
    }

    /** Adds one fair bit of this weight to a sum that reaches up to {@code top}. */
    private static void convolve(double[] law, double[] next, int top, int weight) {
        for (int i = 0; i < weight; i++) {
            next[i] = law[i] * 0.5;
        }
        for (int i = weight; i <= top + weight; i++) {
            next[i] = (law[i] + law[i - weight]) * 0.5;
        }
    }

    /** Logarithms of the tail. Where sums come near underflow, the bound. */
    private double[] lnTail(double[] law) {
        double[] tail = new double[law.length];
        double sum = 0;
        for (int i = law.length - 1; i >= 0; i--) {
            sum += law[i];
            tail[i] = sum > 1e-280 ? Math.min(0, Math.log(sum)) : lnBound(tokens, weights, i);
        }
        return tail;
    }

    /** ln of Chernoff's bound: the least of n Σ ln((1 + e^(θw)) / 2) − θ sum over θ ≥ 0. */
    private static double lnBound(int tokens, int[] weights, long sum) {
        double low = 0;
        double high = 64;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (tiltedMean(tokens, weights, middle) < sum) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double exponent = -low * (double) sum;
        for (int weight : weights) {
            exponent += tokens * (low * weight - Math.log(2) + Math.log1p(Math.exp(-low * weight)));
        }
        return Math.min(0, exponent);
    }

    private static double tiltedMean(int tokens, int[] weights, double theta) {
        double mean = 0;
        for (int weight : weights) {
            mean += tokens * weight / (1 + Math.exp(-theta * weight));
        }
        return mean;
    }
}
