package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.watermark.keys.Commitment;
import org.iolaus.watermark.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a published commitment against a key ring. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "verify",
        description = "Check that the key ring holds the key that was committed to.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it does", "5:it does not"})
final class KeysVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyRingOption keys;

    @Parameters(paramLabel = "FILE", description = "Commitment as it was published.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        KeyRing ring = keys.open();
        Commitment commitment = commitment();
        if (!opens(ring, commitment)) {
            throw Failure.unknownId("commitment to " + commitment.id() + " must be opened by the key of that name in "
                    + keys.file() + ", which does not");
        }
        spec.commandLine()
                .getOut()
                .println("The key ring holds the key of " + commitment.id()
                        + " that was committed to, by its own word at " + commitment.committed() + ".");
        return ExitCode.DONE;
    }

    private Commitment commitment() throws IOException {
        try {
            return Commitment.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw Failure.input(file + ": " + e.getMessage());
        }
    }

    private boolean opens(KeyRing ring, Commitment commitment) {
        try {
            return ring.opens(commitment);
        } catch (IllegalArgumentException e) {
            throw Failure.input(file + ": " + e.getMessage());
        }
    }
}
