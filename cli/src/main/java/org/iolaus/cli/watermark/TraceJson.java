package org.iolaus.cli.watermark;

import java.util.Locale;
import org.iolaus.service.findings.Fields;
import org.iolaus.watermark.tracing.Suspect;
import org.iolaus.watermark.tracing.Trace;

/** The report of a trace as one JSON object. */
final class TraceJson {
    private TraceJson() {}

    static String of(TraceText report) {
        Fields fields = new Fields()
                .count("texts", report.read().count())
                .count("tokens", report.read().tokens())
                .count("keys_tested", report.tracing().keys())
                .put("epochs", report.tracing().epochs())
                .put("error", report.error());
        if (report.texts().isEmpty()) {
            naming(fields, Naming.of(report.answers())).list("tests", report.answers(), TraceJson::fields);
        } else {
            fields.list(
                    "by_text",
                    report.texts(),
                    text -> naming(new Fields().put("text", text.name()), Naming.of(text.answers()))
                            .list("tests", text.answers(), TraceJson::fields));
        }
        return ReportLines.meaning(ReportLines.setAside(fields, report.setAside()), report.meaning())
                        .json() + "\n";
    }

    private static Fields naming(Fields fields, Naming naming) {
        return fields.put("account_id", naming.account().orElse(null))
                .put("campaign_id", naming.campaign().orElse(null))
                .put("ambiguous", naming.ambiguous());
    }

    private static Fields fields(Tracing.Answer answer) {
        Trace trace = answer.trace();
        Fields fields = new Fields()
                .put("epoch", answer.epoch())
                .put("asked", answer.question().name().toLowerCase(Locale.ROOT))
                .put("keys", answer.keys())
                .put("result", TraceText.result(trace).replace(' ', '_'));
        if (trace instanceof Trace.TooFewTokens few) {
            fields.count("scored_tokens", few.scoredTokens())
                    .count("repeated_tokens", few.repeatedTokens())
                    .count("needed_tokens", few.neededTokens());
        }
        if (trace instanceof Trace.Traced traced) {
            traced.runnerUp()
                    .ifPresent(second ->
                            fields.put("runner_up", score(new Fields(), second).asMap()));
        }
        if (trace instanceof Trace.Untraced untraced) {
            fields.put("nearest", score(new Fields(), untraced.nearest()).asMap());
        }
        return fields.list("suspects", TraceText.suspects(trace), TraceJson::suspect);
    }

    private static Fields suspect(Suspect suspect) {
        return score(new Fields().put("key_id", suspect.key().id()), suspect);
    }

    private static Fields score(Fields fields, Suspect suspect) {
        return ReportLines.pValue(ReportLines.score(fields, suspect.score()), "p_value_among_all", suspect.amongAll());
    }
}
