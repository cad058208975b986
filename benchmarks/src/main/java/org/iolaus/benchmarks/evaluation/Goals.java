package org.iolaus.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Score;

/** What a scan is asked to reach, row by row. */
final class Goals {
    private static final double RECALL = 0.97;
    private static final double RECALL_EVASIVE = 0.85;
    private static final double PRECISION = 0.998;
    private static final double HONEST = 1e-4;
    private static final double LEAK = 0.05;
    private static final double RELINK = 3;
    private static final double PIVOT_HOURS = 1;

    private Goals() {}

    /**
     * One goal of one run.
     *
     * @param subject campaign, or the run's honest accounts
     * @param goal what is asked
     * @param reached what was measured
     * @param passed whether it suffices
     */
    record Check(String subject, String goal, String reached, boolean passed) {}

    static List<Check> of(Run run) {
        List<Check> checks = new ArrayList<>();
        run.score().campaigns().forEach(campaign -> campaign(run, campaign, checks));
        Score score = run.score();
        if (!score.campaigns().isEmpty()) {
            atLeast("all", "precision", score.flagged() == 0 ? 1 : score.precision(), PRECISION, checks);
        }
        atMost("honest", "share of accounts restricted", score.falsePositiveRate(), HONEST, checks);
        atMost("honest", "groups restricted", score.honestGroupsFlagged(), 0, checks);
        if (run.scenario().equals("counterfactual")) {
            atMost("honest", "counterfactual accounts restricted", score.pairHonestFlagged(), 0, checks);
        }
        if (score.regrownIdentityKept() != null) {
            atLeast("regrown", "identity kept", score.regrownIdentityKept() ? 1 : 0, 1, checks);
        }
        return checks;
    }

    private static void campaign(Run run, CampaignScore campaign, List<Check> checks) {
        String name = campaign.campaign();
        boolean verify = campaign.expect().equals("verify");
        double least = verify || campaign.evasive() ? RECALL_EVASIVE : RECALL;
        String goal = verify ? "recall, asked to verify" : campaign.evasive() ? "recall, evasive" : "recall";
        atLeast(name, goal, campaign.recall(), least, checks);
        if (!verify && !campaign.evasive()) {
            atMost(name, "leak", campaign.leak(), LEAK, checks);
        }
        if (campaign.relink() != null) {
            atMost(name, "exchanges to re-link, median", campaign.relink().median(), RELINK, checks);
        }
        if (campaign.pivot() != null) {
            double late = campaign.pivot().hours() - run.adoption().visibleHours(name);
            atMost(name, "hours from visible to pivot report", late, PIVOT_HOURS, checks);
        }
    }

    private static void atLeast(String subject, String goal, double reached, double least, List<Check> checks) {
        checks.add(new Check(subject, goal + " >= " + number(least), number(reached), reached >= least));
    }

    private static void atMost(String subject, String goal, double reached, double most, List<Check> checks) {
        checks.add(new Check(subject, goal + " <= " + number(most), number(reached), reached <= most));
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "missed"
                : String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
    }
}
