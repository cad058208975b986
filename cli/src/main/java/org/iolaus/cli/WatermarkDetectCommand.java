package org.iolaus.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.cli.terminal.ProgressView;
import org.iolaus.cli.watermark.Detection;
import org.iolaus.cli.watermark.DetectionText;
import org.iolaus.cli.watermark.MarkedText;
import org.iolaus.cli.watermark.Texts;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests texts against one key id. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "detect",
        description = "Test texts for the mark of one key id.",
        footer = {
            "",
            "Example: ./iolaus watermark detect found.jsonl --keys keys.json --kek kek --key-id atlas/1/account/acct-7f3a"
        })
final class WatermarkDetectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TestOptions options;

    @Mixin
    private KeyRingOption keys;

    @Option(names = "--key-id", required = true, paramLabel = "ID", description = "Key that a decision named.")
    private String keyId;

    @Option(
            names = "--each",
            description = "Test the texts one by one as well, half of the error shared out among them.")
    private boolean each;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        KeyRing ring = keys.open();
        KeyId id = KeyRingOption.keyId(ring, keyId);
        Detection detection =
                Detection.of(ring, id, each ? options.error() / 2 : options.error(), options.assumedBits());
        Texts texts = options.texts(ring.schedule(), List.of(ring.schedule().epochOf(id)));
        List<MarkedText> read = texts.of(id.epoch());
        DetectionText report = new DetectionText(
                texts,
                detection.pooled(MarkedText.tokens(read)),
                each ? each(detection, read) : List.of(),
                options.error(),
                options.assumedBits(),
                options.setAside());
        spec.commandLine().getOut().print(format.json() ? report.json() : report.human());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private static List<Detection.OfText> each(Detection detection, List<MarkedText> texts) {
        try (ProgressView progress = ProgressView.counting("Testing", "texts")) {
            return detection.each(texts, (done, all) -> progress.update(done, all, done));
        }
    }
}
