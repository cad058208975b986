package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.cli.watermark.PrivateFile;
import org.iolaus.watermark.keys.EngineConfig;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.keys.TransformersConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands one key to what serves the model. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "export",
        description = "Write one key for what serves the model. The file is secret.",
        footer = {
            "",
            "transformers: arguments of SynthIDTextWatermarkingConfig. Transformers' port is another watermark than the",
            "published one and than those here: what it marks is found by its own detector alone.",
            "engine: scheme, window and key for a logits processor such as docs/examples/iolaus_gumbel.py."
        })
final class KeysExportCommand implements Callable<Integer> {
    private static final int LAYERS = 30;

    private enum Target {
        TRANSFORMERS,
        ENGINE
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyRingOption keys;

    @Option(names = "--key-id", required = true, paramLabel = "ID", description = "Key that a decision names.")
    private String keyId;

    @Option(names = "--for", required = true, paramLabel = "transformers|engine", description = "Who is to use it.")
    private Target target;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "New file, for its owner alone.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        KeyRing ring = keys.open();
        KeyId id = KeyRingOption.keyId(ring, keyId);
        PrivateFile.create(out, text(ring, id));
        spec.commandLine().getOut().println("Key " + id + ": " + out);
        return ExitCode.DONE;
    }

    private String text(KeyRing ring, KeyId id) {
        try {
            return switch (target) {
                case TRANSFORMERS -> TransformersConfig.of(ring, id, LAYERS).json();
                case ENGINE -> EngineConfig.of(ring, id).json();
            };
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--key-id: " + e.getMessage());
        }
    }
}
