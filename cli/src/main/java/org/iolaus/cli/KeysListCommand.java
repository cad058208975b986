package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.cli.watermark.KeyText;
import org.iolaus.watermark.keys.KeyRingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what is public of a key ring. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "list", description = "Show the epochs of a key ring, with their commitments. Needs no key.")
final class KeysListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "Key ring.")
    private Path keys;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        KeyRingFile file = KeyRingFile.read(keys);
        spec.commandLine().getOut().print(format.json() ? KeyText.json(file.schedule()) : KeyText.of(file.schedule()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
