package org.iolaus.cli;

import picocli.CommandLine.Command;

/** {@code iolaus apikey}: API keys of a stopped service, for whoever has locked themselves out. */
@Command(
        name = "apikey",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Make, list and revoke API keys in the database of a stopped service.",
            "A running one is asked by GET, POST and DELETE /v1/keys."
        },
        subcommands = {ApiKeyCreateCommand.class, ApiKeyListCommand.class, ApiKeyRevokeCommand.class},
        footer = {"", "Example: ./iolaus apikey create --data iolaus-data --name gateway --scopes decide"})
final class ApiKeyCommand extends CommandGroup {}
