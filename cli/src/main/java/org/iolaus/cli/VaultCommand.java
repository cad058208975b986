package org.iolaus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code iolaus vault}: the keys that identifiers in the database are sealed under. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "vault",
        synopsisSubcommandLabel = "COMMAND",
        description = "Look after the keys that identifiers in the database of a stopped service are sealed under.",
        subcommands = VaultRotateCommand.class,
        footer = {"", "Example: ./iolaus vault rotate --data iolaus-data"})
final class VaultCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
