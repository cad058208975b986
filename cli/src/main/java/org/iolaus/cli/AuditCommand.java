package org.iolaus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code iolaus audit}: what can be done with the audit chain. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "audit",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check what people decided against later changes.",
        subcommands = AuditVerifyCommand.class,
        footer = {"", "How the chain works: docs/review.md"})
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
