package org.iolaus.cli;

import picocli.CommandLine.Command;

/** {@code iolaus vault}: the keys that identifiers in the database are sealed under. */
@Command(
        name = "vault",
        synopsisSubcommandLabel = "COMMAND",
        description = "Look after the keys that identifiers in the database of a stopped service are sealed under.",
        subcommands = VaultRotateCommand.class,
        footer = {"", "Example: ./iolaus vault rotate --data iolaus-data"})
final class VaultCommand extends CommandGroup {}
