package org.iolaus.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.iolaus.cli.output.Run;
import org.iolaus.cli.wording.CampaignOrder;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;

/**
 * The whole page. Its content security policy forbids everything but its own style sheet, so it cannot fetch or run
 * anything even if a browser is told to.
 */
public final class Report {
    private static final int MOST_SECTIONS = 30;
    private static final String STYLE = resource("report.css");
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="color-scheme" content="light dark">
            <title>Iolaus: distillation report</title>
            <style>
            {}</style>
            </head>
            <body>
            <div class="page">
            {}{}{}{}{}{}{}{}{}</div>
            </body>
            </html>
            """;

    private Report() {}

    /** Renders findings as one HTML document. */
    public static String render(Findings findings, Run run, Identifiers identifiers) {
        CampaignSection section = new CampaignSection(findings, identifiers);
        List<CampaignFinding> campaigns = CampaignOrder.of(findings.campaigns());
        return Html.of(
                        PAGE,
                        new Html(STYLE),
                        HeaderSection.render(findings, run),
                        FigureSection.render(findings, run),
                        OverviewSection.render(campaigns, MOST_SECTIONS),
                        campaigns.stream()
                                .limit(MOST_SECTIONS)
                                .map(section::render)
                                .collect(Html.joined()),
                        WatchedSection.render(findings, identifiers),
                        ClearedSection.render(findings.cleared()),
                        AloneSection.render(findings, identifiers),
                        QualitySection.render(findings, run),
                        GuideSection.render(identifiers))
                .markup();
    }

    private static String resource(String name) {
        try (InputStream stream = Report.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
