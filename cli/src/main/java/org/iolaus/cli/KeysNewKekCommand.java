package org.iolaus.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.iolaus.cli.watermark.PrivateFile;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key-encryption key where no key management service holds one. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "new-kek", description = "Make a key-encryption key, to be kept apart from the key rings it seals.")
final class KeysNewKekCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "New file, for its owner alone.")
    private Path out;

    @Override
    public Integer call() {
        PrivateFile.create(out, LocalKeyEncryption.newKey(new SecureRandom()));
        spec.commandLine().getOut().println("Key-encryption key: " + out);
        return ExitCode.DONE;
    }
}
