package org.iolaus.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.iolaus.service.access.ApiKey;
import org.iolaus.service.access.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists API keys. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "list", description = "List API keys, without secrets.")
final class ApiKeyListCommand implements Callable<Integer> {
    private static final String LINE = "%-10s  %-24s  %-40s  %-20s  %s%n";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ApiKeyStore store;

    @Override
    public Integer call() {
        List<ApiKey> keys = store.with((all, audit) -> all.list());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(LINE, "ID", "NAME", "SCOPES", "LAST USED", "STATE");
        for (ApiKey key : keys) {
            String scopes = key.scopes().stream().sorted().map(Scope::label).collect(Collectors.joining(","));
            out.printf(LINE, key.id(), key.name(), scopes, text(key.lastUsed()), state(key));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static String state(ApiKey key) {
        if (key.revoked() != null) {
            return "revoked " + key.revoked();
        }
        return key.expires() == null ? "valid" : "until " + key.expires();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
