package org.iolaus.cli.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.cli.output.Run;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;

/** The figures a reader looks for first, and the warnings they must not miss. */
final class FigureSection {
    private FigureSection() {}

    static Html render(Findings findings, Run run) {
        var byVerdict = findings.accounts().stream()
                .collect(Collectors.groupingBy(AccountFinding::verdict, Collectors.counting()));
        long restrict = byVerdict.getOrDefault(Verdict.RESTRICT, 0L) + byVerdict.getOrDefault(Verdict.BLOCK, 0L);
        Html figures = Stream.of(
                        figure(findings.campaigns().size(), "campaign", ""),
                        figure(restrict, "account", " to restrict"),
                        figure(byVerdict.getOrDefault(Verdict.VERIFY, 0L), "account", " to verify"),
                        figure(byVerdict.getOrDefault(Verdict.OBSERVE, 0L), "account", " to observe"),
                        figure(findings.watched().size(), "group", " watched"),
                        figure(findings.cleared().size(), "group", " cleared"),
                        figure(run.rejectedLines(), "line", " rejected"))
                .collect(Html.joined());
        return Html.of("<dl class=\"figures\">{}</dl>\n{}", figures, warnings(findings));
    }

    private static Html figure(long value, String noun, String rest) {
        return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", Wording.plural(value, noun) + rest, Wording.count(value));
    }

    private static Html warnings(Findings findings) {
        if (findings.warnings().isEmpty()) {
            return Html.NONE;
        }
        Html items = findings.warnings().stream()
                .map(warning -> Html.of("<li>{}</li>", lines(warning)))
                .collect(Html.joined());
        return Html.of("<aside class=\"warn\"><h3>Read this first</h3><ul>{}</ul></aside>\n", items);
    }

    private static Html lines(String warning) {
        return Html.join(warning.lines().map(line -> Html.of("<p>{}</p>", line)).toList());
    }
}
