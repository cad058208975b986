package org.iolaus.cli.terminal;

import java.util.List;
import java.util.Locale;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.Calibration;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Score;
import org.jspecify.annotations.Nullable;

/** A scan's score as text. */
public final class ScoreText {
    private ScoreText() {}

    public static String of(Score score) {
        StringBuilder text = new StringBuilder();
        score.campaigns().forEach(each -> text.append(campaign(each)));
        text.append(String.format(
                Locale.ROOT,
                "precision %.4f (%.4f at 1 %%, %.4f at 0.1 %% hostile)%n",
                score.precision(),
                score.precisionAtOnePercent(),
                score.precisionAtOnePerMille()));
        text.append(String.format(
                Locale.ROOT,
                "%d of %d honest accounts flagged, %d of %d independent groups%s%n",
                score.honestFlagged(),
                score.honest(),
                score.honestGroupsFlagged(),
                score.honestGroups(),
                bound(score.falsePositiveUpper95())));
        score.archetypes().stream()
                .filter(each -> each.flagged() + each.askedToVerify() > 0)
                .forEach(each -> text.append(archetype(each)));
        if (score.insideReseller() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "inside the reseller: recall %.3f, precision %.3f%n",
                    score.insideReseller().recall(),
                    score.insideReseller().precision()));
        }
        if (score.pivots() > 0) {
            text.append(String.format(
                    Locale.ROOT, "moves to a new model found: %d of %d%n", score.pivotsFound(), score.pivots()));
        }
        if (score.regrownIdentityKept() != null) {
            text.append(String.format(
                    Locale.ROOT, "regrown identity kept: %s%n", score.regrownIdentityKept() ? "yes" : "no"));
        }
        return text.append(calibration(score.calibration())).toString();
    }

    private static String campaign(CampaignScore each) {
        String pivot = each.pivot() == null
                ? ""
                : each.pivot().found()
                        ? String.format(
                                Locale.ROOT, " pivot=%.1fh", each.pivot().hours())
                        : " pivot=missed";
        return String.format(
                Locale.ROOT,
                "%-20s %-8s n=%-5d recall=%.3f one=%.3f purity=%.3f leak=%.3f hours=%.1f%s%s%n",
                each.campaign(),
                each.expect(),
                each.accounts(),
                each.recall(),
                each.oneCluster(),
                each.purity(),
                each.leak(),
                each.hoursToDetect(),
                pivot,
                relink(each.relink()));
    }

    private static String relink(CampaignScore.@Nullable Relink relink) {
        return relink == null
                ? ""
                : String.format(
                        Locale.ROOT, " relink=%.0f/%.0f of %d", relink.median(), relink.p90(), relink.accounts());
    }

    private static String archetype(ArchetypeScore each) {
        return String.format(
                Locale.ROOT,
                "  honest %-18s flagged %d of %d accounts, %d of %d groups%s; asked to verify %d accounts, %d groups%n",
                each.archetype(),
                each.flagged(),
                each.accounts(),
                each.groupsFlagged(),
                each.groups(),
                bound(each.flaggedUpper95()),
                each.askedToVerify(),
                each.groupsAskedToVerify());
    }

    private static String bound(@Nullable Double upper95) {
        return upper95 == null ? "" : String.format(Locale.ROOT, " (95 %% upper bound %.5f)", upper95);
    }

    private static String calibration(Calibration calibration) {
        TextTable table = new TextTable(List.of("GIVEN", "MEAN GIVEN", "HOSTILE SHARE", "ACCOUNTS"), List.of(1, 2, 3));
        int accounts = 0;
        for (Calibration.Bin bin : calibration.bins()) {
            accounts += bin.accounts();
            table.row(
                    String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.from() + 0.1),
                    String.format(Locale.ROOT, "%.3f", bin.meanProbability()),
                    String.format(Locale.ROOT, "%.3f", bin.hostileShare()),
                    bin.accounts());
        }
        return String.format(
                        Locale.ROOT, "Brier score %.5f over %d accounts; reliability:%n", calibration.brier(), accounts)
                + table.render();
    }
}
