package org.iolaus.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.FindingLines;
import org.iolaus.service.findings.JsonText;

/** Writes findings as files. Equal findings give equal bytes; only {@code summary.json} tells of the run itself. */
public final class FindingFiles {
    public static final String CAMPAIGNS = "campaigns.jsonl";
    public static final String CLEARED = "cleared.jsonl";
    public static final String WATCHED = "watched.jsonl";
    public static final String ACCOUNTS = "accounts.jsonl";
    public static final String SUMMARY = "summary.json";
    public static final String REPORT = "report.html";
    public static final String REJECTED = "rejected.jsonl";

    private static final Comparator<AccountFinding> BY_ID = Comparator.comparing(AccountFinding::accountId)
            .thenComparing(AccountFinding::endUserId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private FindingFiles() {}

    /** Writes everything but the report and the rejected lines into {@code folder}. */
    public static void write(Findings findings, Run run, Path folder) throws IOException {
        Comparator<CampaignFinding> byId = Comparator.comparing(CampaignFinding::id);
        lines(folder.resolve(CAMPAIGNS), sorted(findings.campaigns(), byId), FindingLines::campaign);
        lines(folder.resolve(CLEARED), findings.cleared(), FindingLines::campaign);
        lines(folder.resolve(WATCHED), findings.watched(), FindingLines::campaign);
        lines(folder.resolve(ACCOUNTS), sorted(findings.accounts(), BY_ID), FindingLines::account);
        Files.writeString(folder.resolve(SUMMARY), Summary.json(findings, run) + "\n");
    }

    private static <T> List<T> sorted(List<T> findings, Comparator<T> order) {
        return findings.stream().sorted(order).toList();
    }

    private static <T> void lines(Path file, List<T> findings, Function<T, Fields> each) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (T finding : findings) {
                writer.write(JsonText.line(each.apply(finding).asMap()));
                writer.write('\n');
            }
        }
    }
}
