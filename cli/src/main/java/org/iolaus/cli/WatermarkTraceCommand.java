package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.iolaus.cli.terminal.ProgressView;
import org.iolaus.cli.watermark.DecisionFile;
import org.iolaus.cli.watermark.JsonLines;
import org.iolaus.cli.watermark.MarkedText;
import org.iolaus.cli.watermark.Texts;
import org.iolaus.cli.watermark.TraceText;
import org.iolaus.cli.watermark.Tracing;
import org.iolaus.watermark.keys.Epoch;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Traces texts to the account and campaign they were served to. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "trace",
        description = "Trace texts to the account and campaign they were served to, by testing every key.",
        footer = {
            "",
            "Example: ./iolaus watermark trace found.jsonl --keys keys.json --kek kek --decisions decisions.jsonl.zst"
        })
final class WatermarkTraceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TestOptions options;

    @Mixin
    private KeyRingOption keys;

    @Option(
            names = "--decisions",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Decisions as JSON Lines; every watermark_key_id in them is tested.")
    private List<Path> decisions;

    @Option(
            names = "--each",
            description = "Trace the texts one by one, not together: for a data set of many accounts' answers.")
    private boolean each;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        KeyRing ring = keys.open();
        Tracing tracing = new Tracing(ring, candidates(ring), options.error(), options.assumedBits(), threads.count());
        List<Epoch> epochs = tracing.epochs().stream()
                .map(number -> ring.schedule().epochs().get(number - 1))
                .toList();
        Texts texts = options.texts(ring.schedule(), epochs);
        TraceText report = new TraceText(
                texts,
                tracing,
                each ? List.of() : together(tracing, pooled(texts, epochs)),
                each ? each(tracing, texts, epochs) : List.of(),
                options.error(),
                options.assumedBits(),
                options.setAside());
        spec.commandLine().getOut().print(format.json() ? report.json() : report.human());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private Set<KeyId> candidates(KeyRing ring) throws IOException {
        try (ProgressView progress = ProgressView.open("Reading", "decisions")) {
            Set<KeyId> ids = DecisionFile.read(decisions, ring.schedule(), new JsonLines(progress, options.setAside()));
            if (ids.isEmpty()) {
                throw options.nothing("decision");
            }
            return ids;
        }
    }

    private static List<Tracing.Answer> together(Tracing tracing, Map<Integer, List<int[]>> texts) {
        AtomicLong tested = new AtomicLong();
        try (ProgressView progress = ProgressView.counting("Tracing", "keys")) {
            return tracing.trace(texts, 1, keys -> {
                long done = tested.addAndGet(keys);
                progress.update(done, Math.max(done, tracing.keys()), done);
            });
        }
    }

    private static Map<Integer, List<int[]>> pooled(Texts texts, List<Epoch> epochs) {
        Map<Integer, List<int[]>> pooled = new HashMap<>();
        epochs.forEach(epoch -> pooled.put(epoch.number(), MarkedText.tokens(texts.of(epoch.number()))));
        return pooled;
    }

    private static List<TraceText.OfText> each(Tracing tracing, Texts texts, List<Epoch> epochs) {
        Map<String, Map<Integer, List<int[]>>> byOrigin = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Epoch epoch : epochs) {
            for (MarkedText text : texts.of(epoch.number())) {
                byOrigin.computeIfAbsent(text.origin(), _ -> new HashMap<>())
                        .put(epoch.number(), List.of(text.tokens()));
                names.put(text.origin(), text.name());
            }
        }
        List<TraceText.OfText> answers = new ArrayList<>();
        try (ProgressView progress = ProgressView.counting("Tracing", "texts")) {
            byOrigin.forEach((origin, forms) -> {
                answers.add(new TraceText.OfText(
                        names.getOrDefault(origin, origin), tracing.trace(forms, 1.0 / byOrigin.size())));
                progress.update(answers.size(), byOrigin.size(), answers.size());
            });
        }
        return answers;
    }
}
