package org.iolaus.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Exchanges that a campaign made before its accounts were found.
 *
 * @param times seconds of each account's exchanges, ascending
 * @param until seconds at which each account was found; infinite if it never was
 */
record Leak(List<double[]> times, double[] until) {
    private static final int STEPS = 24;

    /** Share of all exchanges. */
    double share() {
        long leaked = 0;
        for (int i = 0; i < until.length; i++) {
            leaked += before(times.get(i), until[i]);
        }
        return (double) leaked / Math.max(1, exchanges());
    }

    /** How it grew, in even steps from the first exchange to the last; empty without exchanges. */
    List<CampaignScore.LeakPoint> curve() {
        List<CampaignScore.LeakPoint> curve = new ArrayList<>();
        DoubleSummaryStatistics span =
                times.stream().flatMapToDouble(Arrays::stream).summaryStatistics();
        double first = span.getMin();
        double last = span.getMax();
        for (int step = 0; step <= STEPS && span.getCount() > 0; step++) {
            double moment = step == STEPS ? last : first + (last - first) * step / STEPS;
            long sent = 0;
            long leaked = 0;
            for (int i = 0; i < until.length; i++) {
                int by = before(times.get(i), Math.nextUp(moment));
                sent += by;
                leaked += Math.min(by, before(times.get(i), until[i]));
            }
            curve.add(new CampaignScore.LeakPoint(
                    (moment - first) / 3600, (double) sent / exchanges(), (double) leaked / exchanges()));
        }
        return curve;
    }

    private long exchanges() {
        return times.stream().mapToLong(each -> each.length).sum();
    }

    /** How many lie before a moment. */
    private static int before(double[] ascending, double moment) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
