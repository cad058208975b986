package org.iolaus.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.store.Database;
import picocli.CommandLine.Mixin;

/** API keys of a stopped service, with the audit chain that changes of them go into. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ApiKeyStore {
    @Mixin
    private StoreOption store;

    /** Does something with the keys and returns what it made. */
    <T> T with(BiFunction<ApiKeys, AuditLog, T> work) {
        if (!store.given()) {
            throw Failure.usage("--data or --config must be given");
        }
        InstantSource clock = InstantSource.system();
        try (Database database = store.open()) {
            return work.apply(ApiKeys.open(database, clock, new SecureRandom()), new AuditLog(database, clock));
        } catch (Problem e) {
            throw Failure.usage(e.detail());
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Writes the audit entry of a change made at the command line, in the change's transaction. */
    static ApiKeys.Within entry(String action, AuditLog audit) {
        return (handle, key) -> audit.append(handle, new AuditEntry(action, "command-line").put("key", key.id()));
    }
}
