package org.iolaus.detection.campaign;

import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;

/**
 * How much trainable capability the reference population asks for.
 *
 * @param mean mean over accounts of their items' mean value, 0..1
 * @param ceiling upper bound on the mean of a group that is ordinary: the accounts' upper quartile, inside 0.05..0.9
 */
record Baseline(double mean, double ceiling) {
    static Baseline of(List<Subject> subjects, Reference reference) {
        double[] values = subjects.stream()
                .filter(subject ->
                        reference.contains(subject.index()) && subject.items().size() > 0)
                .mapToDouble(Baseline::value)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new Baseline(0, 0.9);
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double quartile = values[(int) (values.length * 0.75)];
        return new Baseline(mean, Math.clamp(quartile, 0.05, 0.9));
    }

    private static double value(Subject subject) {
        ItemSample items = subject.items();
        double sum = 0;
        for (int i = 0; i < items.size(); i++) {
            sum += Traffic.value(items.get(i));
        }
        return sum / items.size();
    }
}
