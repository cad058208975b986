package org.iolaus.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.iolaus.cli.output.AppliedCalibration;
import org.iolaus.cli.output.Run;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.pipeline.Findings;

/** What was not counted, what the log did not say, and how the scan ran. */
final class QualitySection {
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private QualitySection() {}

    static Html render(Findings findings, Run run) {
        return Html.of(
                """
                <section>
                <h2>Data quality</h2>
                <div class="pair">
                <div><h3>Set aside</h3>{}</div>
                <div><h3>The run</h3>{}</div>
                </div>
                {}{}
                </section>
                """, table(setAside(findings, run)), table(theRun(findings, run)), missing(run), losses(findings));
    }

    private static List<Html> setAside(Findings findings, Run run) {
        List<Html> rows = new ArrayList<>();
        run.rejected().forEach((reason, lines) -> rows.add(row("Rejected: " + Wording.words(reason), lines)));
        rows.add(row("Repeats dropped", findings.duplicates()));
        rows.add(row("Repeats with other content", findings.conflicts()));
        rows.add(row("Too late to be put in order", findings.late()));
        return rows;
    }

    private static List<Html> theRun(Findings findings, Run run) {
        return List.of(
                row("Exchanges read", run.exchangesRead()),
                row("Accounts in the reference population", findings.referenceAccounts()),
                row("Account files", run.accountFiles().isEmpty() ? "none" : HeaderSection.names(run.accountFiles())),
                row(
                        "Duration",
                        String.format(
                                Locale.ROOT,
                                "%.1f s, %,.0f exchanges a second, threads: %d",
                                run.wallSeconds(),
                                run.exchangesPerSecond(),
                                run.threads())),
                row("Peak memory", String.format(Locale.ROOT, "%,.0f MiB", run.peakMemoryBytes() / MEBIBYTE)),
                row("Calibration", calibration(run)),
                row("Version", run.version()),
                row("Configuration", run.configurationDigest()));
    }

    private static String calibration(Run run) {
        AppliedCalibration applied = run.calibration();
        return applied == null
                ? "none, the fixed bounds"
                : HeaderSection.names(List.of(applied.file())) + " (" + applied.digest() + "), "
                        + Wording.thresholds(applied.calibration());
    }

    private static Html missing(Run run) {
        if (run.missing().isEmpty()) {
            return Html.NONE;
        }
        List<Html> rows = new ArrayList<>();
        run.missing().forEach((field, exchanges) -> rows.add(row(field, exchanges)));
        return Html.of("<h3>Exchanges without a field</h3>{}", table(rows));
    }

    private static Html losses(Findings findings) {
        if (findings.losses().isEmpty()) {
            return Html.of("<p class=\"quiet\">Nothing was given up at a memory ceiling.</p>");
        }
        List<Html> rows = new ArrayList<>();
        new TreeMap<>(findings.losses()).forEach((name, lost) -> rows.add(row(Wording.loss(name), lost)));
        return Html.of("<h3>Given up at a memory ceiling</h3>{}", table(rows));
    }

    private static Html table(List<Html> rows) {
        return Html.of("<table class=\"pairs\">{}</table>", Html.join(rows));
    }

    private static Html row(String name, long value) {
        return row(name, Wording.count(value));
    }

    private static Html row(String name, String value) {
        return Html.of("<tr><th>{}</th><td>{}</td></tr>\n", name, value);
    }
}
