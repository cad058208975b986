package org.iolaus.cli.watermark;

import java.util.List;
import org.iolaus.cli.terminal.TextTable;
import org.iolaus.cli.wording.Wording;
import org.iolaus.service.findings.Fields;
import org.iolaus.watermark.detection.Finding;
import org.iolaus.watermark.keys.KeyId;

/**
 * The report of a detection.
 *
 * @param keys what was found in all texts together
 * @param texts what was found in each, if that was asked for
 */
public record DetectionText(
        Texts read,
        List<Detection.OfKey> keys,
        List<Detection.OfText> texts,
        double error,
        double assumedBits,
        SetAside setAside) {
    /** For people. */
    public String human() {
        StringBuilder text = new StringBuilder(
                String.format("%s, %s.%n", Wording.count(read.count(), "text"), Wording.count(read.tokens(), "token")));
        TextTable table =
                new TextTable(List.of("KEY", "RESULT", "SCORED", "MEAN SCORE", "CHANCE WITHOUT IT"), List.of(2, 3, 4));
        keys.forEach(key -> row(table, key.key().id(), key.finding()));
        text.append(table.render());
        if (!texts.isEmpty()) {
            text.append('\n').append(each());
        }
        keys.forEach(key -> text.append(
                ReportLines.repeats(key.repeatedTokens(), key.finding().score().scoredTokens())));
        keys.stream().map(this::needed).distinct().forEach(text::append);
        return text.append(ReportLines.setAside(setAside))
                .append('\n')
                .append(ReportLines.meaning(meaning()))
                .toString();
    }

    /** For programs. */
    public String json() {
        Fields fields = new Fields()
                .count("texts", read.count())
                .count("tokens", read.tokens())
                .put("error", error)
                .list("keys", keys, this::fields);
        if (!texts.isEmpty()) {
            fields.list(
                    "by_text",
                    texts,
                    text -> new Fields().put("text", text.name()).list("keys", text.keys(), this::fields));
        }
        return ReportLines.meaning(ReportLines.setAside(fields, setAside), meaning())
                        .json() + "\n";
    }

    private Meaning meaning() {
        return Meaning.ofDetection(
                keys.stream().anyMatch(key -> key.finding() instanceof Finding.Marked)
                        || texts.stream()
                                .flatMap(text -> text.keys().stream())
                                .anyMatch(key -> key.finding() instanceof Finding.Marked),
                error);
    }

    private String each() {
        TextTable table = new TextTable(List.of("TEXT", "KEY", "RESULT", "SCORED", "CHANCE WITHOUT IT"), List.of(3, 4));
        for (Detection.OfText text : texts) {
            text.keys()
                    .forEach(key -> table.row(
                            text.name(),
                            key.key().id(),
                            result(key.finding()),
                            Wording.count(key.finding().score().scoredTokens()),
                            key.finding().score().pValue()));
        }
        return table.render();
    }

    private static void row(TextTable table, String key, Finding finding) {
        table.row(
                key,
                result(finding),
                Wording.count(finding.score().scoredTokens()),
                ReportLines.score(finding.score().statistic(), finding.score().scoredTokens()),
                finding.score().pValue());
    }

    private static String result(Finding finding) {
        return switch (finding) {
            case Finding.Marked _ -> "marked";
            case Finding.Unmarked _ -> "no mark found";
            case Finding.TooFewTokens _ -> "too few tokens";
        };
    }

    private String needed(Detection.OfKey key) {
        return key.finding() instanceof Finding.TooFewTokens few
                ? ReportLines.needed(few.score().scoredTokens(), few.neededTokens(), assumedBits)
                : "";
    }

    private Fields fields(Detection.OfKey key) {
        KeyId id = KeyId.parse(key.key().id());
        Fields fields = new Fields()
                .put("key_id", id.toString())
                .put("account_id", id.owner().accountId().orElse(null))
                .put("campaign_id", id.owner().campaignId().orElse(null))
                .put("result", result(key.finding()).replace(' ', '_'));
        ReportLines.score(fields, key.finding().score()).count("repeated_tokens", key.repeatedTokens());
        if (key.finding() instanceof Finding.TooFewTokens few) {
            fields.count("needed_tokens", few.neededTokens());
        }
        return fields;
    }
}
