package org.iolaus.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.iolaus.cli.watermark.KeyText;
import org.iolaus.cli.watermark.PrivateFile;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.keys.KeyRingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds an epoch to a key ring. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "rotate",
        description = "Add an epoch to a key ring; the one before it ends where the new one begins. "
                + "What is not given stays as it was.")
final class KeysRotateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyRingOption keys;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "When the epoch begins; leave time to publish its commitment before.")
    private Instant from;

    @Mixin
    private MarkOptions marks;

    @Override
    public Integer call() throws IOException {
        KeyRing ring = rotated(keys.open());
        KeyRingFile file = keys.seal(ring);
        PrivateFile.replace(keys.file(), file.json());
        spec.commandLine().getOut().print(KeyText.made(keys.file(), file.schedule()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private KeyRing rotated(KeyRing ring) {
        try {
            return ring.rotate(
                    marks.settings(ring.schedule().epochs().getLast().settings()),
                    from,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}
