package org.iolaus.evaluation.baseline;

import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.ColumnScore;

/**
 * Scores an account by one column of its group's score in the scan, as if the other two did not exist: the probability
 * that the column's bits give on even odds. Accounts in no group have none.
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
                .mapToDouble(score -> 1 / (1 + StrictMath.pow(2, -score.bits())))
                .max()
                .orElse(0);
    }
}
