package org.iolaus.benchmarks.bound;

import java.util.Arrays;
import java.util.List;

/**
 * Scores of accounts of two sides.
 *
 * @param hostile scores of a campaign's
 * @param honest scores of honest ones
 */
record Ranking(double[] hostile, double[] honest) {
    private static final int HONEST_PER_ERROR = 1000;

    static Ranking of(List<Double> hostile, List<Double> honest) {
        return new Ranking(
                hostile.stream().mapToDouble(each -> each).toArray(),
                honest.stream().mapToDouble(each -> each).toArray());
    }

    /** Chance that a hostile account has a higher score than an honest one; equal scores count half. */
    double area() {
        double[] sorted = honest.clone();
        Arrays.sort(sorted);
        double below = 0;
        for (double score : hostile) {
            below += (before(sorted, score) + before(sorted, Math.nextUp(score))) / 2.0;
        }
        return below / ((double) Math.max(1, hostile.length) * Math.max(1, honest.length));
    }

    private static int before(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Share of hostile accounts above all but one honest account in a thousand, at least one. */
    double recallAtFewHonest() {
        double[] sorted = honest.clone();
        Arrays.sort(sorted);
        int allowed = Math.max(1, sorted.length / HONEST_PER_ERROR);
        double threshold = sorted.length <= allowed ? Double.NEGATIVE_INFINITY : sorted[sorted.length - 1 - allowed];
        return Arrays.stream(hostile).filter(score -> score > threshold).count() / (double) Math.max(1, hostile.length);
    }
}
