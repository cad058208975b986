package org.iolaus.watermark.statistics;

import java.util.Arrays;

/** The law of a sum of weighted fair bits, within fourteen standard deviations of its mean. Not thread-safe. */
final class BitSum {
    private static final double DEVIATIONS = 14;

    private double[] law;
    private double[] next;
    private int low;
    private int high;
    private double mean;
    private double variance;
    private double dropped;

    /** A sum of nothing yet, with room for a total weight. */
    BitSum(int total) {
        this.law = new double[total + 1];
        this.next = new double[total + 1];
        law[0] = 1;
    }

    /** Adds a fair bit of this weight. */
    void add(int weight) {
        mean += weight / 2.0;
        variance += weight * weight / 4.0;
        double reach = DEVIATIONS * Math.sqrt(variance);
        int newLow = Math.max(low, (int) (mean - reach));
        int newHigh = Math.min(high + weight, (int) (mean + reach) + 1);
        Arrays.fill(law, high + 1, high + weight + 1, 0);
        Arrays.fill(law, Math.max(0, low - weight), low, 0);
        dropped += half(weight, low, newLow) + half(weight, newHigh + 1, high + weight + 1);
        for (int i = newLow; i < Math.min(weight, newHigh + 1); i++) {
            next[i] = law[i] * 0.5;
        }
        mix(law, next, Math.max(newLow, weight), newHigh, weight);
        double[] swap = law;
        law = next;
        next = swap;
        low = newLow;
        high = newHigh;
    }

    private static void mix(double[] law, double[] next, int from, int to, int weight) {
        for (int i = from; i <= to; i++) {
            next[i] = (law[i] + law[i - weight]) * 0.5;
        }
    }

    /** The chance of the sums from one place to another, the latter not included, after a bit of this weight. */
    private double half(int weight, int from, int to) {
        double chance = 0;
        for (int i = from; i < to; i++) {
            chance += (law[i] + (i < weight ? 0 : law[i - weight])) * 0.5;
        }
        return chance;
    }

    /** The chance of the sums that were dropped on the way. */
    double dropped() {
        return dropped;
    }

    /** The chance of a sum of at least each index, the dropped chance included. */
    double[] tail() {
        double sum = dropped;
        for (int i = law.length - 1; i >= 0; i--) {
            sum += i >= low && i <= high ? law[i] : 0;
            next[i] = sum;
        }
        return next;
    }
}
