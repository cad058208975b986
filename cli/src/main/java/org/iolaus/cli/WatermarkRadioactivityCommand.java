package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.iolaus.cli.terminal.ProgressView;
import org.iolaus.cli.watermark.Controls;
import org.iolaus.cli.watermark.JsonLines;
import org.iolaus.cli.watermark.MarkedText;
import org.iolaus.cli.watermark.PredictionFile;
import org.iolaus.cli.watermark.RadioactivityText;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.detection.TokensNeeded;
import org.iolaus.watermark.keys.Epoch;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyOwner;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.radioactivity.Output;
import org.iolaus.watermark.radioactivity.Prediction;
import org.iolaus.watermark.radioactivity.Radioactivity;
import org.iolaus.watermark.radioactivity.ServedWindows;
import org.iolaus.watermark.radioactivity.SuspectPairs;
import org.iolaus.watermark.scheme.ContextWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests whether a model was trained on marked text. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "radioactivity",
        description = "Test by its answers, or its next-token scores, whether a model was trained on marked text.",
        footer = {
            "",
            "Give every prompt that held text of ours as prompt or prompt_tokens, or repeating it looks like training.",
            "Example: ./iolaus watermark radioactivity answers.jsonl --keys keys.json --kek kek \\",
            "             --key-id atlas/1/campaign/cmp-2026-02-0001 --beside-accounts --served served.jsonl.zst"
        })
final class WatermarkRadioactivityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TestOptions options;

    @Mixin
    private KeyRingOption keys;

    @Option(names = "--key-id", required = true, paramLabel = "ID", description = "Key of a campaign, or an account.")
    private String keyId;

    @Option(
            names = "--beside-accounts",
            description = "The campaign's text was served under key ids that name an account too.")
    private boolean besideAccounts;

    @Option(
            names = "--served",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Text served under the key; the test then looks only where its windows occur.")
    private List<Path> served = new ArrayList<>();

    @Option(names = "--open", description = "The files hold context and token or scores, not answers.")
    private boolean open;

    @Option(
            names = "--controls",
            paramLabel = "N",
            description = "Keys that marked nothing to test as well (default: ${DEFAULT-VALUE}).")
    private int controls = 100;

    @Mixin
    private FormatOption format;

    /** What a suspect gave to test, out of so many lines. */
    private record Suspect(int lines, DistinctPairs pairs) {}

    @Override
    public Integer call() throws IOException {
        if (controls < 0) {
            throw Failure.usage("--controls " + controls + " must not be negative");
        }
        KeyRing ring = keys.open();
        KeyId id = single(KeyRingOption.keyId(ring, keyId));
        Epoch epoch = ring.schedule().epochOf(id);
        ServedWindows windows = servedWindows(ring, epoch);
        Suspect suspect = open ? predictions(epoch, windows) : answers(ring, epoch, windows);
        Radioactivity test = new Radioactivity(epoch.settings().scheme(), ring.markKey(id), besideAccounts);
        Score score = test.test(suspect.pairs());
        RadioactivityText report = new RadioactivityText(
                id.toString(),
                open,
                suspect.lines(),
                windows == null ? OptionalInt.empty() : OptionalInt.of(windows.size()),
                suspect.pairs(),
                score,
                options.error(),
                needed(epoch, score),
                Controls.of(test, suspect.pairs(), controls),
                options.setAside());
        spec.commandLine().getOut().print(format.json() ? report.json() : report.human());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private OptionalInt needed(Epoch epoch, Score score) {
        if (score.pValue().isAtMost(options.error())) {
            return OptionalInt.empty();
        }
        int needed = TokensNeeded.of(epoch.settings().scheme(), options.error(), options.assumedBits());
        return score.scoredTokens() < needed ? OptionalInt.of(needed) : OptionalInt.empty();
    }

    private KeyId single(KeyId id) {
        if (id.owner() instanceof KeyOwner.Member) {
            throw Failure.usage("--key-id " + id + " must name one key\nMaybe test "
                    + id.single().getLast() + " with --beside-accounts.");
        }
        if (besideAccounts && id.owner() instanceof KeyOwner.Account) {
            throw Failure.usage("--beside-accounts is for a campaign's key; " + id + " is an account's");
        }
        return id;
    }

    private @Nullable ServedWindows servedWindows(KeyRing ring, Epoch epoch) throws IOException {
        if (served.isEmpty()) {
            return null;
        }
        List<MarkedText> texts =
                options.texts(ring.schedule(), List.of(epoch), served).of(epoch.number());
        return ServedWindows.of(window(epoch), MarkedText.tokens(texts));
    }

    private Suspect answers(KeyRing ring, Epoch epoch, @Nullable ServedWindows windows) throws IOException {
        List<Output> outputs = options.texts(ring.schedule(), List.of(epoch)).of(epoch.number()).stream()
                .map(text -> new Output(text.prompt(), text.tokens()))
                .toList();
        return new Suspect(outputs.size(), SuspectPairs.closed(window(epoch), outputs, windows));
    }

    private Suspect predictions(Epoch epoch, @Nullable ServedWindows windows) throws IOException {
        List<Prediction> predictions;
        try (ProgressView progress = ProgressView.open("Reading", "predictions")) {
            predictions = new PredictionFile(
                            epoch.settings().tokenizer(), window(epoch).width())
                    .read(options.files(), new JsonLines(progress, options.setAside()));
        }
        if (predictions.isEmpty()) {
            throw options.nothing("prediction");
        }
        return new Suspect(predictions.size(), SuspectPairs.open(window(epoch), predictions, windows));
    }

    private static ContextWindow window(Epoch epoch) {
        return epoch.settings().scheme().window();
    }
}
