package org.iolaus.cli.watermark;

import java.util.Locale;
import java.util.OptionalInt;
import org.iolaus.cli.wording.Wording;
import org.iolaus.service.findings.Fields;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.Score;

/**
 * The report of a radioactivity test.
 *
 * @param keyId of the key tested
 * @param open whether next-token scores were read, and not answers
 * @param lines answers or predictions
 * @param servedWindows distinct windows of served text that the test looked at; empty if it looked everywhere
 * @param neededTokens tokens at which marked text itself is found; empty if as many were scored, or the mark was found
 */
public record RadioactivityText(
        String keyId,
        boolean open,
        int lines,
        OptionalInt servedWindows,
        DistinctPairs pairs,
        Score score,
        double error,
        OptionalInt neededTokens,
        Controls controls,
        SetAside setAside) {
    private static final double COMMON = 0.05;

    /** For people. */
    public String human() {
        StringBuilder text = new StringBuilder(Wording.count(lines, open ? "prediction" : "answer") + ", "
                + Wording.count(pairs.size() + (long) pairs.repeated(), "token") + " to score, "
                + Wording.count(score.scoredTokens()) + " scored"
                + (servedWindows.isPresent()
                        ? ", where " + Wording.count(servedWindows.getAsInt(), "window") + " of served text occur"
                        : "")
                + ".\n\n");
        text.append(String.format(
                "Key %s: %s; chance without it %s.%n", keyId, found() ? "inherited" : "not found", score.pValue()));
        neededTokens.ifPresent(needed -> text.append(tooFew(needed)));
        text.append(others()).append(ReportLines.repeats(pairs.repeated(), pairs.size()));
        return text.append(ReportLines.setAside(setAside))
                .append('\n')
                .append(ReportLines.meaning(Meaning.ofRadioactivity(found(), error)))
                .toString();
    }

    /** For programs. */
    public String json() {
        Fields fields = new Fields()
                .put("key_id", keyId)
                .put("setting", (open ? "open" : "closed") + (servedWindows.isPresent() ? ", supervised" : ""))
                .count(open ? "predictions" : "answers", lines)
                .put("served_windows", servedWindows.isPresent() ? servedWindows.getAsInt() : null)
                .put("result", found() ? "inherited" : "not_found")
                .put("error", error);
        ReportLines.score(fields, score).count("repeated_tokens", pairs.repeated());
        neededTokens.ifPresent(needed -> fields.count("needed_tokens", needed));
        if (controls.count() > 0) {
            fields.put(
                    "controls",
                    new Fields()
                            .count("keys", controls.count())
                            .count("at_most_0.05", controls.atMost(COMMON))
                            .put("smallest", controls.chances()[0])
                            .asMap());
        }
        return ReportLines.meaning(ReportLines.setAside(fields, setAside), Meaning.ofRadioactivity(found(), error))
                        .json()
                + "\n";
    }

    private boolean found() {
        return score.pValue().isAtMost(error);
    }

    private String tooFew(int needed) {
        return Wording.count(score.scoredTokens(), "scored token") + (score.scoredTokens() == 1 ? " is" : " are")
                + " too few: marked text itself needs about " + Wording.count(needed)
                + ", and a model that was trained on it far more.\nMaybe give more "
                + (open ? "predictions" : "answers")
                + (servedWindows.isPresent() ? ", or test without --served" : "") + ".\n";
    }

    private String others() {
        return controls.count() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Of %s that marked nothing, %d have a chance of at most %s (%.0f expected); the smallest is %.2g.%n",
                        Wording.count(controls.count(), "key"),
                        controls.atMost(COMMON),
                        COMMON,
                        COMMON * controls.count(),
                        controls.chances()[0]);
    }
}
