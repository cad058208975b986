package org.iolaus.cli.watermark;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iolaus.cli.terminal.TextTable;
import org.iolaus.cli.wording.VisibleText;
import org.iolaus.cli.wording.Wording;
import org.iolaus.watermark.statistics.PValue;
import org.iolaus.watermark.tracing.Suspect;
import org.iolaus.watermark.tracing.Trace;

/**
 * The report of a trace.
 *
 * @param answers of all texts together, or none if each was traced by itself
 * @param texts the answers of each, if that was asked for
 */
public record TraceText(
        Texts read,
        Tracing tracing,
        List<Tracing.Answer> answers,
        List<OfText> texts,
        double error,
        double assumedBits,
        SetAside setAside) {
    private static final int SHOWN = 10;

    /** The answers of one text. */
    public record OfText(String name, List<Tracing.Answer> answers) {}

    /** For people. */
    public String human() {
        StringBuilder text = new StringBuilder();
        text.append(Wording.count(read.count(), "text"))
                .append(", ")
                .append(Wording.count(read.tokens(), "token"))
                .append("; ")
                .append(Wording.count(tracing.keys(), "key"))
                .append(" tested, error ")
                .append(PValue.of(error))
                .append(" over all of them.\n\n");
        text.append(texts.isEmpty() ? conclusion(Naming.of(answers)) + "\n" + table() : each());
        return text.append(ReportLines.setAside(setAside))
                .append('\n')
                .append(ReportLines.meaning(meaning()))
                .toString();
    }

    /** For programs. */
    public String json() {
        return TraceJson.of(this);
    }

    Meaning meaning() {
        if (texts.isEmpty()) {
            Naming naming = Naming.of(answers);
            return naming.ambiguous() && !naming.names()
                    ? Meaning.ofAmbiguity()
                    : Meaning.ofTrace(naming.names(), error);
        }
        return Meaning.ofTrace(
                texts.stream().anyMatch(text -> Naming.of(text.answers()).names()), error);
    }

    private static String conclusion(Naming naming) {
        StringBuilder text = new StringBuilder();
        naming.account().ifPresent(id -> text.append("Account " + VisibleText.of(id) + " is named.\n"));
        naming.campaign().ifPresent(id -> text.append("Campaign " + VisibleText.of(id) + " is named.\n"));
        text.append(several("account", naming.accounts())).append(several("campaign", naming.campaigns()));
        return text.isEmpty() ? "Nobody is named.\n" : text.toString();
    }

    private static String several(String noun, Set<String> ids) {
        return ids.size() < 2
                ? ""
                : "Keys of " + Wording.spelled(ids.size(), noun) + " fire, so none of them is named: "
                        + VisibleText.of(
                                String.join(", ", ids.stream().limit(SHOWN).toList()))
                        + (ids.size() > SHOWN ? " …" : "") + ".\n";
    }

    private String table() {
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable(
                List.of("EPOCH", "ASKED", "KEYS", "RESULT", "KEY", "SCORED", "CHANCE", "AMONG ALL"),
                List.of(0, 2, 5, 6, 7));
        for (Tracing.Answer answer : answers) {
            List<Suspect> shown = suspects(answer.trace());
            String asked = answer.question().name().toLowerCase(Locale.ROOT);
            if (answer.trace() instanceof Trace.Untraced untraced) {
                row(table, answer, asked, "–", untraced.nearest());
            } else if (shown.isEmpty()) {
                table.row(answer.epoch(), asked, answer.keys(), result(answer.trace()), "–", "–", "–", "–");
            }
            shown.forEach(suspect -> row(table, answer, asked, suspect.key().id(), suspect));
            if (answer.trace() instanceof Trace.TooFewTokens few) {
                text.append(needed(few));
            }
        }
        return table.render() + text;
    }

    private static void row(TextTable table, Tracing.Answer answer, String asked, String key, Suspect suspect) {
        table.row(
                answer.epoch(),
                asked,
                answer.keys(),
                result(answer.trace()),
                key,
                suspect.score().scoredTokens(),
                suspect.score().pValue(),
                suspect.amongAll());
    }

    private String needed(Trace.TooFewTokens few) {
        return ReportLines.needed(few.scoredTokens(), few.neededTokens(), assumedBits)
                + ReportLines.repeats(few.repeatedTokens(), few.scoredTokens());
    }

    private String each() {
        TextTable table = new TextTable(List.of("TEXT", "ACCOUNT", "CAMPAIGN", "RESULT"), List.of());
        for (OfText text : texts) {
            Naming naming = Naming.of(text.answers());
            table.row(
                    text.name(),
                    naming.account().orElse("–"),
                    naming.campaign().orElse("–"),
                    naming.ambiguous() ? "ambiguous" : naming.names() ? "traced" : result(best(text.answers())));
        }
        return table.render();
    }

    private static Trace best(List<Tracing.Answer> answers) {
        return answers.getFirst().trace();
    }

    /** Those whose keys fire: the nearest of others is an account like any other, so its name is not shown. */
    static List<Suspect> suspects(Trace trace) {
        return switch (trace) {
            case Trace.Traced traced -> List.of(traced.suspect());
            case Trace.Ambiguous ambiguous ->
                ambiguous.suspects().stream().limit(SHOWN).toList();
            case Trace.Untraced _, Trace.TooFewTokens _ -> List.of();
        };
    }

    static String result(Trace trace) {
        return switch (trace) {
            case Trace.Traced _ -> "fires alone";
            case Trace.Ambiguous _ -> "several fire";
            case Trace.Untraced _ -> "none fires";
            case Trace.TooFewTokens _ -> "too few tokens";
        };
    }
}
