package org.iolaus.cli.report;

import java.util.List;
import java.util.Locale;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.campaign.Evidence;

/** Coordination, extraction and concealment as three bars over one logarithmic axis of bits. */
final class ColumnBars {
    private static final double SHORTEST_AXIS_BITS = 100;

    private ColumnBars() {}

    /** Draws the bars on an axis that reaches {@code mostBits}, the same for all campaigns of a report. */
    static Html render(List<ColumnScore> columns, double mostBits) {
        double axisBits = Math.max(mostBits, SHORTEST_AXIS_BITS);
        return Html.of(
                "<div class=\"columns\">{}</div>",
                columns.stream().map(score -> bar(score, axisBits)).collect(Html.joined()));
    }

    private static Html bar(ColumnScore score, double axisBits) {
        String name = score.column().name().toLowerCase(Locale.ROOT);
        return Html.of(
                """
                <div class="column {}"><div class="name">{}</div>
                <div class="track"><i style="width:{}%"></i>{}</div>
                <div class="value"><b>{}</b> bits<span>{}</span></div>
                <p>{}</p></div>
                """,
                score.present() ? name : name + " absent",
                name,
                percent(score.bits(), axisBits),
                ticks(axisBits),
                Wording.bits(score.bits()),
                score.present() ? "present" : "not shown",
                sentence(score));
    }

    private static String sentence(ColumnScore score) {
        return score.evidence().stream()
                .max((a, b) -> Double.compare(a.bits(), b.bits()))
                .map(Evidence::summary)
                .orElse("No evidence of it.");
    }

    private static Html ticks(double axisBits) {
        StringBuilder ticks = new StringBuilder();
        for (double bits = 10; bits <= axisBits; bits *= 10) {
            ticks.append(Html.of("<u style=\"left:{}%\"></u>", percent(bits, axisBits))
                    .markup());
        }
        return new Html(ticks.toString());
    }

    private static String percent(double bits, double axisBits) {
        double share = Math.log1p(Math.max(0, bits)) / Math.log1p(axisBits);
        return String.format(Locale.ROOT, "%.1f", 100 * Math.min(1, share));
    }
}
