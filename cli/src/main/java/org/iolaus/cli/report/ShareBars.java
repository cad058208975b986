package org.iolaus.cli.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.iolaus.cli.wording.Wording;

/** Shares by name as small bars, largest first; what is below one in two hundred is left out. */
final class ShareBars {
    private static final double SMALLEST = 0.005;
    private static final int LONGEST = 8;

    private ShareBars() {}

    static Html render(Map<String, Double> shares) {
        Html rows = shares.entrySet().stream()
                .filter(entry -> entry.getValue() >= SMALLEST)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LONGEST)
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Html.joined());
        return rows.markup().isEmpty()
                ? Html.of("<p class=\"quiet\">Not known from this log.</p>")
                : Html.of("<table class=\"shares\">{}</table>", rows);
    }

    private static Html row(String name, double share) {
        return Html.of(
                "<tr><th>{}</th><td class=\"bar\"><i style=\"width:{}%\"></i></td><td class=\"n\">{}</td></tr>",
                Wording.words(name),
                String.format(Locale.ROOT, "%.1f", 100 * Math.min(1, share)),
                Wording.percent(share));
    }
}
