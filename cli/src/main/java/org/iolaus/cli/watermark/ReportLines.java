package org.iolaus.cli.watermark;

import java.util.List;
import java.util.Locale;
import org.iolaus.cli.wording.VisibleText;
import org.iolaus.cli.wording.Wording;
import org.iolaus.service.findings.Fields;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.statistics.PValue;

/** Parts that the reports of all tests have in common, for people and for programs. */
final class ReportLines {
    private static final int STATISTIC_DIGITS = 3;
    private static final int LOG_DIGITS = 2;

    private ReportLines() {}

    static String meaning(Meaning meaning) {
        return section("What this proves:", meaning.proves()) + section("What this does not prove:", meaning.doesNot());
    }

    private static String section(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        return text.toString();
    }

    static String setAside(SetAside setAside) {
        if (setAside.count() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("Set aside " + Wording.count(setAside.count(), "line") + ":\n");
        setAside.reasons()
                .forEach(reason ->
                        text.append("  ").append(VisibleText.of(reason)).append('\n'));
        if (setAside.count() > setAside.reasons().size()) {
            text.append("  and ")
                    .append(Wording.count(setAside.count() - setAside.reasons().size()))
                    .append(" more\n");
        }
        return text.toString();
    }

    static String needed(int scored, int needed, double assumedBits) {
        return Wording.count(scored, "scored token") + (scored == 1 ? " is" : " are") + " too few for an answer: about "
                + Wording.count(needed) + " are needed at " + assumedBits + " bits of choice a token.\n";
    }

    /** Two or more thirds of the tokens left out is a text that mostly repeats itself. */
    static String repeats(long repeated, long scored) {
        return repeated > 2 * scored
                ? "The text repeats itself: " + Wording.count(repeated) + " of its " + Wording.count(repeated + scored)
                        + " tokens were counted before and are left out.\n"
                : "";
    }

    static Fields meaning(Fields fields, Meaning meaning) {
        return fields.put("proves", meaning.proves()).put("does_not_prove", meaning.doesNot());
    }

    static Fields setAside(Fields fields, SetAside setAside) {
        return fields.put(
                "set_aside",
                new Fields()
                        .count("lines", setAside.count())
                        .put("first", setAside.reasons())
                        .asMap());
    }

    static Fields score(Fields fields, Score score) {
        return pValue(
                fields.count("scored_tokens", score.scoredTokens())
                        .number("statistic", score.statistic(), STATISTIC_DIGITS),
                "p_value",
                score.pValue());
    }

    /** A chance as text, which may be below the smallest double, and its decimal logarithm. */
    static Fields pValue(Fields fields, String name, PValue pValue) {
        return fields.put(name, pValue.toString()).number("log10_" + name, pValue.log10(), LOG_DIGITS);
    }

    static String score(double statistic, int tokens) {
        return tokens == 0 ? "–" : String.format(Locale.ROOT, "%.3f", statistic / tokens);
    }
}
