package org.iolaus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code iolaus apikey}: API keys of a stopped service, for whoever has locked themselves out. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "apikey",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Make, list and revoke API keys in the database of a stopped service.",
            "A running one is asked by GET, POST and DELETE /v1/keys."
        },
        subcommands = {ApiKeyCreateCommand.class, ApiKeyListCommand.class, ApiKeyRevokeCommand.class},
        footer = {"", "Example: ./iolaus apikey create --data iolaus-data --name gateway --scopes decide"})
final class ApiKeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
