package org.iolaus.benchmarks.evaluation;

import java.util.List;
import java.util.Locale;
import org.iolaus.evaluation.CampaignScore;

/** A campaign's row of the evaluation page. */
final class CampaignRow {
    static final List<String> COLUMNS = List.of(
            "scenario and seed",
            "campaign",
            "expected",
            "accounts",
            "recall",
            "in one cluster",
            "purity",
            "leak",
            "hours to detect",
            "later accounts",
            "exchanges to re-link, median",
            "90 %",
            "hours to pivot",
            "since visible");

    private static final String NONE = "–";

    private CampaignRow() {}

    static List<Object> cells(Run run, CampaignScore each) {
        CampaignScore.Relink relink = each.relink();
        CampaignScore.PivotScore pivot = each.pivot();
        return List.of(
                run.name(),
                each.campaign(),
                each.expect(),
                each.accounts(),
                share(each.recall()),
                share(each.oneCluster()),
                share(each.purity()),
                each.expect().equals("verify") ? NONE : share(each.leak()),
                hours(each.hoursToDetect()),
                relink == null ? NONE : relink.accounts(),
                relink == null ? NONE : count(relink.median()),
                relink == null ? NONE : count(relink.p90()),
                pivot == null ? NONE : pivot.found() ? hours(pivot.hours()) : "missed",
                pivot == null ? NONE : hours(pivot.hours() - run.adoption().visibleHours(each.campaign())));
    }

    static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String count(double value) {
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%.0f", value);
    }

    private static String hours(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.1f", value);
    }
}
