package org.iolaus.cli;

import java.util.concurrent.Callable;
import org.iolaus.service.access.ApiKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes an API key. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "revoke", description = "Revoke an API key for good.")
final class ApiKeyRevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ApiKeyStore store;

    @Parameters(paramLabel = "ID", description = "Public part of the key, as list shows it.")
    private String id;

    @Override
    public Integer call() {
        ApiKey revoked = store.with((keys, audit) -> keys.revoke(id, ApiKeyStore.entry("key.revoke", audit)));
        spec.commandLine().getOut().println("Key " + revoked.id() + " (" + revoked.name() + ") is revoked.");
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
