package org.iolaus.cli;

import picocli.CommandLine.Command;

/** {@code iolaus policy}: checking, trying and explaining what follows from verdicts. */
@Command(
        name = "policy",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check a policy, try it on a past scan, and say what it does with an account.",
        subcommands = {PolicyCheckCommand.class, PolicyBacktestCommand.class, PolicyExplainCommand.class},
        footer = {"", "A commented policy: docs/examples/policy.yaml", "More: docs/policy.md"})
final class PolicyCommand extends CommandGroup {}
