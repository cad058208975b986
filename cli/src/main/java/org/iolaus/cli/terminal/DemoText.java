package org.iolaus.cli.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.cli.output.Run;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Score;

/** What the demo says: the truth and what was found, side by side. */
public final class DemoText {
    private DemoText() {}

    /** A table of the true campaigns, what happened to honest accounts, and where to look next. */
    public static String of(Findings findings, Run run, Score score, Path scan) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Scanned them in %.1f s: %s found, %s examined and cleared.\n\n",
                run.wallSeconds(),
                Wording.spelled(findings.campaigns().size(), "campaign"),
                Wording.spelled(findings.cleared().size(), "honest group")));
        text.append(truth(score.campaigns())).append('\n');
        text.append("Honest accounts restricted: " + Wording.count(score.honestFlagged()) + " of "
                + Wording.count(score.honest()) + hit(score.archetypes()) + ".\n");
        text.append("Report to open: " + scan.resolve(FindingFiles.REPORT).toAbsolutePath() + "\n");
        if (!findings.campaigns().isEmpty()) {
            text.append(
                    "Next: ./iolaus explain " + findings.campaigns().getFirst().id() + " --in " + scan + "\n");
        }
        return text.toString();
    }

    private static String truth(List<CampaignScore> campaigns) {
        TextTable table = new TextTable(
                List.of(
                        "TRUE CAMPAIGN",
                        "ACCOUNTS",
                        "RIGHT ANSWER",
                        "FOUND AS",
                        "RECALL",
                        "PURITY",
                        "LEAK",
                        "DETECTED"),
                List.of(1, 4, 5, 6));
        for (CampaignScore campaign : campaigns) {
            String found = campaign.found();
            table.row(
                    campaign.campaign(),
                    Wording.count(campaign.accounts()),
                    campaign.expect(),
                    found == null ? "not found" : found,
                    Wording.percent(campaign.recall()),
                    Wording.percent(campaign.purity()),
                    Wording.percent(campaign.leak()),
                    detected(campaign.hoursToDetect()));
        }
        return table.render();
    }

    private static String detected(double hours) {
        return Double.isNaN(hours) ? "–" : String.format(Locale.ROOT, "after %.1f h", hours);
    }

    private static String hit(List<ArchetypeScore> archetypes) {
        List<String> hit = archetypes.stream()
                .filter(archetype -> archetype.flagged() > 0)
                .map(archetype -> archetype.flagged() + " " + Wording.words(archetype.archetype()))
                .toList();
        return hit.isEmpty() ? "" : " (" + String.join(", ", hit) + ")";
    }
}
