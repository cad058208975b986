package org.iolaus.service.server;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.iolaus.service.access.Scope;

/** The API key of commands on the service's own machine: whoever may read the data folder may do everything anyway. */
final class LocalKey {
    static final Set<Scope> SCOPES = EnumSet.allOf(Scope.class);

    private LocalKey() {}

    static Path in(Path data) {
        return data.resolve("local.key");
    }
}
