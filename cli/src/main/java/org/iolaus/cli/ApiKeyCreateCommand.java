package org.iolaus.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.KeyRoutes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an API key. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "create", description = "Make an API key and print it, this once.")
final class ApiKeyCreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ApiKeyStore store;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose it is, or what it is for.")
    private String name;

    @Option(
            names = "--scopes",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            description = "What it allows: ingest, decide, review, share, administer, with commas between.")
    private List<String> scopes;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "When it ends by itself (default: never).")
    private @Nullable Instant expires;

    @Override
    public Integer call() {
        ApiKeys.Made made = store.with((keys, audit) ->
                keys.create(name, KeyRoutes.scopes(scopes), expires, ApiKeyStore.entry("key.create", audit)));
        spec.commandLine().getOut().println(made.text().reveal());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
