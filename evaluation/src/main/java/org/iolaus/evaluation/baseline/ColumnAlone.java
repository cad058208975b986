package org.iolaus.evaluation.baseline;

import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.ColumnScore;

/**
 * Scores an account by the bits of one column of its group's score in the scan, as if the other two did not exist.
 * Accounts in no group have none.
 *
 * @param column which
 */
record ColumnAlone(org.iolaus.detection.campaign.Column column) implements Baseline {
    @Override
    public String name() {
        return column.name().toLowerCase(Locale.ROOT) + " alone";
    }

    @Override
    public double[] scores(Traffic traffic) {
        return traffic.ids().stream()
                .mapToDouble(id -> score(traffic.scores().getOrDefault(id, List.of())))
                .toArray();
    }

    private double score(List<ColumnScore> group) {
        return group.stream()
                .filter(score -> score.column() == column)
                .mapToDouble(score -> positive(score.bits()))
                .max()
                .orElse(0);
    }

    /** Above 0, and the larger the more bits. */
    private static double positive(double bits) {
        return bits >= 0 ? 1 + bits : 1 / (1 - bits);
    }
}
