package org.iolaus.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.campaign.Evidence;

/** What speaks for a campaign and what speaks against it, strongest first, each in bits and a sentence. */
final class EvidenceTable {
    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.<Evidence>comparingDouble(
                    evidence -> -Math.abs(evidence.bits()))
            .thenComparing(Evidence::kind);

    private EvidenceTable() {}

    static Html render(List<ColumnScore> columns, Identifiers identifiers) {
        return new Html(
                table("Evidence", columns, ColumnScore::evidence, identifiers).markup()
                        + counterEvidence(columns, identifiers).markup());
    }

    private static Html counterEvidence(List<ColumnScore> columns, Identifiers identifiers) {
        boolean none =
                columns.stream().allMatch(score -> score.counterEvidence().isEmpty());
        return none
                ? Html.of("<h3>What speaks against it</h3><p class=\"quiet\">Nothing that was weighed.</p>\n")
                : table("What speaks against it", columns, ColumnScore::counterEvidence, identifiers);
    }

    private static Html table(
            String title,
            List<ColumnScore> columns,
            Function<ColumnScore, List<Evidence>> which,
            Identifiers identifiers) {
        Html bodies = columns.stream()
                .filter(score -> !which.apply(score).isEmpty())
                .map(score -> body(score, which.apply(score), identifiers))
                .collect(Html.joined());
        return Html.of("""
                <h3>{}</h3>
                <div class="scroll"><table class="evidence">
                <thead><tr><th>Speaks to</th><th class="n">Bits</th><th>Observation</th></tr></thead>
                {}</table></div>
                """, title, bodies);
    }

    private static Html body(ColumnScore score, List<Evidence> evidence, Identifiers identifiers) {
        String name = score.column().name().toLowerCase(Locale.ROOT);
        Html rows = evidence.stream()
                .sorted(STRONGEST_FIRST)
                .map(one -> row(name, one, identifiers))
                .collect(Html.joined());
        return Html.of("<tbody class=\"{}\">{}</tbody>\n", name, rows);
    }

    private static Html row(String column, Evidence evidence, Identifiers identifiers) {
        Html values = evidence.values().stream()
                .map(value -> Html.of("<code>{}</code>", identifiers.show(value)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), Html::join));
        return Html.of(
                """
                <tr><td class="what">{}</td><td class="n">{}</td><td>{} <span class="kind">{}</span>\
                <div class="values">{}</div></td></tr>
                """,
                column,
                Wording.bits(evidence.bits()),
                identifiers.within(evidence.summary(), evidence.values()),
                Wording.words(evidence.kind()),
                values);
    }
}
