package org.iolaus.evaluation.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.Column;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;

/** Scores of each account's group, and of accounts that are looked at alone. */
final class GroupScores {
    private GroupScores() {}

    /** @param grouped scores of the groups, by account */
    static Map<String, List<ColumnScore>> of(Findings findings, Map<String, List<ColumnScore>> grouped) {
        Map<String, List<ColumnScore>> scores = new HashMap<>(grouped);
        for (AccountFinding finding : findings.accounts()) {
            if (finding.endUserId() == null) {
                scores.putIfAbsent(finding.accountId(), alone(finding.evidence()));
            }
        }
        return scores;
    }

    private static List<ColumnScore> alone(List<Evidence> evidence) {
        List<ColumnScore> scores = new ArrayList<>();
        for (Column column : Column.values()) {
            double bits = evidence.stream()
                    .filter(each -> each.column() == column)
                    .mapToDouble(Evidence::bits)
                    .sum();
            scores.add(new ColumnScore(column, bits, bits > 0, List.of(), List.of()));
        }
        return scores;
    }
}
