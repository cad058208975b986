package org.iolaus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code iolaus policy}: checking, trying and explaining what follows from verdicts. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "policy",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check a policy, try it on a past scan, and say what it does with an account.",
        subcommands = {PolicyCheckCommand.class, PolicyBacktestCommand.class, PolicyExplainCommand.class},
        footer = {"", "A commented policy: docs/examples/policy.yaml", "More: docs/policy.md"})
final class PolicyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
