package org.iolaus.detection.campaign;

import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * What the reference population asks for.
 *
 * @param mean mean over accounts of their exchanges' mean value for training, 0..1
 * @param ceiling upper bound on the mean value of a group that is ordinary: the accounts' upper quartile, inside
 *     0.05..0.9
 * @param heavy exchanges that one account in a hundred exceeds
 * @param values the accounts' mean values, ascending; do not modify
 */
record Baseline(double mean, double ceiling, double heavy, double[] values) {
    private static final double QUARTILE = 0.75;
    private static final double HEAVY = 0.99;

    static Baseline of(List<Subject> subjects, Reference reference) {
        List<Subject> chosen = subjects.stream()
                .filter(subject -> reference.contains(subject.index()))
                .toList();
        double[] values = chosen.stream().mapToDouble(Subject::value).sorted().toArray();
        double[] exchanges =
                chosen.stream().mapToDouble(Subject::exchanges).sorted().toArray();
        return new Baseline(
                Arrays.stream(values).average().orElse(0),
                Math.clamp(quantile(values, QUARTILE), 0.05, 0.9),
                quantile(exchanges, HEAVY),
                values);
    }

    /** Share of the reference population that asks for less; ties count half. */
    double rank(double value) {
        int below = firstAtLeast(value);
        int equal = firstAtLeast(Math.nextUp(value)) - below;
        return values.length == 0 ? 0 : (below + 0.5 * equal) / values.length;
    }

    private int firstAtLeast(double value) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[(int) (sorted.length * share)];
    }
}
