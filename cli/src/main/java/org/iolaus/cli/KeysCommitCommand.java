package org.iolaus.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.iolaus.watermark.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Commits to one key. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "commit",
        description = "Print a commitment to the key of one account or campaign, to publish before it is used.",
        footer = {"", "The commitments to whole epochs are in the key ring: keys list --format json."})
final class KeysCommitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyRingOption keys;

    @Option(names = "--key-id", required = true, paramLabel = "ID", description = "Key of one account or campaign.")
    private String keyId;

    @Override
    public Integer call() throws IOException {
        KeyRing ring = keys.open();
        try {
            spec.commandLine()
                    .getOut()
                    .println(ring.commit(
                                    KeyRingOption.keyId(ring, keyId),
                                    Instant.now().truncatedTo(ChronoUnit.SECONDS))
                            .json());
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--key-id: " + e.getMessage());
        }
        return ExitCode.DONE;
    }
}
