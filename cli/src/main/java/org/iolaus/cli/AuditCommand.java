package org.iolaus.cli;

import picocli.CommandLine.Command;

/** {@code iolaus audit}: what can be done with the audit chain. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check what people decided against later changes.",
        subcommands = AuditVerifyCommand.class,
        footer = {"", "How the chain works: docs/review.md"})
final class AuditCommand extends CommandGroup {}
