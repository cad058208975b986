package org.iolaus.cli.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.cli.output.AppliedCalibration;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.cli.output.Run;
import org.iolaus.cli.wording.CampaignOrder;
import org.iolaus.cli.wording.VisibleText;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.ingest.shape.Shape;

/** What the terminal says when a scan is done. */
public final class ScanText {
    private static final int TOP_CAPABILITIES = 2;
    private static final int MOST_CAMPAIGNS = 30;
    private static final List<String> STAGES = List.of("simulate", "read", "detect", "rest");

    private ScanText() {}

    /** A table of campaigns and a few sentences, ended by a line feed. */
    public static String of(Findings findings, Run run, Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Scanned %s of %s in %.1f s (%s a second).",
                Wording.count(findings.exchanges(), "exchange"),
                Wording.count(findings.accountsSeen(), "account"),
                run.wallSeconds(),
                Wording.count(Math.round(run.exchangesPerSecond()))));
        lines.add("");
        lines.add(campaigns(findings.campaigns()));
        lines.add(verdicts(findings));
        lines.add("Honest groups examined and cleared: "
                + Wording.count(findings.cleared().size()) + ".");
        if (!findings.watched().isEmpty()) {
            lines.add("Groups watched: " + Wording.count(findings.watched().size()) + ".");
        }
        lines.add(setAside(findings, run));
        String shapes = shapes(run);
        if (!shapes.isEmpty()) {
            lines.add(shapes);
        }
        if (run.calibration() != null) {
            lines.add("Calibration: " + calibration(run.calibration()));
        }
        findings.losses()
                .forEach((name, lost) -> lines.add(
                        "Given up at the memory ceiling: " + Wording.count(lost) + " " + Wording.loss(name) + "."));
        findings.warnings()
                .forEach(warning -> lines.add("Warning: " + String.join("\n  ", VisibleText.lines(warning))));
        lines.add("Report: " + folder.resolve(FindingFiles.REPORT));
        return String.join("\n", lines) + "\n";
    }

    /** What was read in other shapes than our own; empty if nothing was. */
    private static String shapes(Run run) {
        if (run.shapes().keySet().stream().allMatch(Shape.EXCHANGES.label()::equals)) {
            return "";
        }
        String files = run.shapes().entrySet().stream()
                .map(entry -> Wording.count(entry.getValue(), "file") + " of shape " + entry.getKey())
                .collect(Collectors.joining(", "));
        String skipped = run.skipped() == 0
                ? ""
                : "; " + Wording.count(run.skipped(), "record") + " skipped that are no inference";
        return "Read " + files + skipped + ".";
    }

    private static String calibration(AppliedCalibration applied) {
        return applied.file() + " (" + applied.digest() + "), " + Wording.thresholds(applied.calibration()) + ".";
    }

    /** A sentence on the processor time of each stage, ended by a line feed. */
    public static String processorTime(Run run) {
        Map<String, Double> seconds = run.processorSeconds();
        return STAGES.stream()
                .filter(seconds::containsKey)
                .map(stage -> String.format(Locale.ROOT, "%s %.1f s", stage, seconds.getOrDefault(stage, 0.0)))
                .collect(Collectors.joining(", ", "Processor time: ", ".\n"));
    }

    private static String campaigns(List<CampaignFinding> campaigns) {
        if (campaigns.isEmpty()) {
            return "No campaign found.\n";
        }
        TextTable table = new TextTable(
                List.of("CAMPAIGN", "ACCOUNTS", "EXCHANGES", "TAKES MOSTLY", "VERDICT", "CONFIDENCE", "DETECTED (UTC)"),
                List.of(1, 2, 5));
        CampaignOrder.of(campaigns).stream()
                .limit(MOST_CAMPAIGNS)
                .forEach(campaign -> table.row(
                        campaign.id(),
                        Wording.count(campaign.accounts()),
                        Wording.count(campaign.exchanges()),
                        top(campaign.capabilities()),
                        campaign.verdict(),
                        Wording.probability(campaign.confidence()),
                        Wording.minute(campaign.detectedAt())));
        int rest = campaigns.size() - MOST_CAMPAIGNS;
        return table.render() + (rest > 0 ? "and " + Wording.count(rest) + " more\n" : "");
    }

    private static String top(Map<String, Double> capabilities) {
        return capabilities.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP_CAPABILITIES)
                .map(entry -> Wording.words(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String verdicts(Findings findings) {
        Map<String, Long> counts = findings.accounts().stream()
                .map(AccountFinding::verdict)
                .collect(Collectors.groupingBy(verdict -> verdict.label(), Collectors.counting()));
        String all = Stream.of("block", "restrict", "verify", "observe")
                .filter(counts::containsKey)
                .map(label -> Wording.count(counts.getOrDefault(label, 0L)) + " " + label)
                .collect(Collectors.joining(", "));
        return "Accounts above allow: " + (all.isEmpty() ? "none" : all) + ".";
    }

    private static String setAside(Findings findings, Run run) {
        String rejected = Wording.count(run.rejectedLines(), "line") + " rejected";
        return "Set aside: " + rejected + (run.rejectedLines() > 0 ? " (" + FindingFiles.REJECTED + ")" : "") + ", "
                + Wording.count(findings.duplicates(), "repeat") + " dropped, "
                + Wording.count(findings.conflicts(), "conflict") + ", " + Wording.count(findings.late()) + " late.";
    }
}
