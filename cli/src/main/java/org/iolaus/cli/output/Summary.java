package org.iolaus.cli.output;

import java.util.Map;
import java.util.TreeMap;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.jspecify.annotations.Nullable;

/** The scan in figures: the content of {@code summary.json} and of {@code --format json}. */
public final class Summary {
    private static final int SECONDS_DIGITS = 2;
    /** Seed of the one step that draws by chance, the search for communities. It is fixed. */
    private static final long SEED = 7;

    private Summary() {}

    static Fields of(Findings findings, Run run) {
        return new Fields()
                .count("exchanges", findings.exchanges())
                .count("exchanges_read", run.exchangesRead())
                .count("rejected", run.rejectedLines() + findings.conflicts() + findings.late())
                .put("rejected_by_reason", run.rejected())
                .count("skipped", run.skipped())
                .count("conflicts", findings.conflicts())
                .count("late", findings.late())
                .count("deduplicated", findings.duplicates())
                .count("accounts", findings.accountsSeen())
                .count("reference_accounts", findings.referenceAccounts())
                .put("verdicts", verdicts(findings))
                .count("campaigns", findings.campaigns().size())
                .count("groups_cleared", findings.cleared().size())
                .count("groups_watched", findings.watched().size())
                .time("first_event", findings.firstMicros())
                .time("last_event", findings.lastMicros())
                .put("missing_fields", run.missing())
                .put("losses", new TreeMap<>(findings.losses()))
                .put("warnings", findings.warnings())
                .put("inputs", run.inputs())
                .put("shapes", run.shapes())
                .put("account_files", run.accountFiles())
                .count("bytes_read", run.bytesRead())
                .count("threads", run.threads())
                .put("wall_seconds", Fields.rounded(run.wallSeconds(), SECONDS_DIGITS))
                .put("processor_seconds", seconds(run.processorSeconds()))
                .count("exchanges_per_second", Math.round(run.exchangesPerSecond()))
                .count("peak_memory_bytes", run.peakMemoryBytes())
                .put("calibration", calibration(run.calibration()))
                .put("version", run.version())
                .put("configuration_digest", run.configurationDigest())
                .count("seed", SEED);
    }

    /** The summary as one pretty-printed JSON document, without a final line break. */
    public static String json(Findings findings, Run run) {
        return JsonText.pretty(of(findings, run).asMap());
    }

    private static @Nullable Map<String, Object> calibration(@Nullable AppliedCalibration calibration) {
        return calibration == null ? null : calibration.fields().asMap();
    }

    private static Map<String, Object> seconds(Map<String, Double> byStage) {
        Map<String, Object> rounded = new TreeMap<>();
        byStage.forEach((stage, seconds) -> rounded.put(stage, Fields.rounded(seconds, SECONDS_DIGITS)));
        return rounded;
    }

    private static Map<String, Long> verdicts(Findings findings) {
        Map<String, Long> counts = new TreeMap<>();
        findings.accounts().forEach(account -> counts.merge(account.verdict().label(), 1L, Long::sum));
        return counts;
    }
}
