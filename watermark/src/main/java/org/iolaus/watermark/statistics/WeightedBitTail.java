package org.iolaus.watermark.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The upper tail of a weighted sum of fair bits: tokens that each have one bit a layer, all independent, and weights
 * that depend on the layer alone.
 *
 * <p>Up to {@value #MAX_EXACT_TOKENS} tokens the law is built bit by bit on the lattice of whole weights, at the first
 * question; every step is a mean of two positive numbers. Sums further than fourteen standard deviations from the mean of
 * the bits so far are dropped, and their chance is added to every tail: the result is never below the chance, and above it
 * by less than a share of 10⁻⁸. Further out, and for more tokens, it is Chernoff's bound, which in the tails of interest
 * is about one decimal order above the chance. Takes time that grows as the number of tokens to the power of 1.5. Safe
 * for threads.
 */
public final class WeightedBitTail {
    /** The most tokens for which the law is computed. */
    public static final int MAX_EXACT_TOKENS = 2000;

    private static final double NEGLIGIBLE = 1e-8;
    private static final double UNDERFLOW = 1e-280;

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
        BitSum sum = new BitSum(tokens * Arrays.stream(weights).sum());
        for (int weight : weights) {
            for (int token = 0; token < tokens; token++) {
                sum.add(weight);
            }
        }
        double[] tail = sum.tail();
        double least = Math.max(UNDERFLOW, sum.dropped() / NEGLIGIBLE);
        for (int i = 0; i < tail.length; i++) {
            tail[i] = tail[i] > least ? Math.min(0, Math.log(tail[i])) : lnBound(tokens, weights, i);
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
