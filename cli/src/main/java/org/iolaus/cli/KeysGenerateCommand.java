package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.iolaus.cli.watermark.KeyText;
import org.iolaus.cli.watermark.PrivateFile;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.keys.KeyRingFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key ring with its first epoch. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "generate", description = "Make a key ring with its first epoch.")
final class KeysGenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--provider", required = true, paramLabel = "NAME", description = "Who serves the model.")
    private String provider;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "New file, for its owner alone.")
    private Path out;

    @Mixin
    private KeyEncryptionOption encryption;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "When the first epoch begins (default: now).")
    private @Nullable Instant from;

    @Mixin
    private MarkOptions marks;

    @Override
    public Integer call() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        KeyRing ring = ring(now);
        KeyRingFile file = KeyRingFile.of(ring, encryption.encryption(), new SecureRandom());
        PrivateFile.create(out, file.json());
        spec.commandLine().getOut().print(KeyText.made(out, file.schedule()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private KeyRing ring(Instant now) {
        try {
            return KeyRing.generate(provider, new SecureRandom())
                    .rotate(marks.settings(MarkOptions.DEFAULT), from == null ? now : from, now);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}
