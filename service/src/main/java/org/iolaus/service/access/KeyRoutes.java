package org.iolaus.service.access;

import com.linecorp.armeria.common.HttpMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Routes for the API keys themselves. */
public final class KeyRoutes {
    private final ApiKeys keys;
    private final Audit audit;

    /** Writes a change of a key down, in the change's transaction. */
    @FunctionalInterface
    public interface Audit {
        /** @param action {@code key.create} or {@code key.revoke} */
        void write(Handle handle, String action, ApiKey key, Caller caller);
    }

    public KeyRoutes(ApiKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    public List<Route> routes() {
        return List.of(
                Request.route(
                        HttpMethod.GET,
                        "/v1/keys",
                        Scope.ADMINISTER,
                        "Lists API keys, without secrets",
                        Set.of(),
                        this::list),
                Request.route(
                        HttpMethod.POST,
                        "/v1/keys",
                        Scope.ADMINISTER,
                        "Makes an API key and shows it this once",
                        Set.of("name", "scopes", "expires"),
                        this::create),
                Request.route(
                        HttpMethod.DELETE,
                        "/v1/keys/{id}",
                        Scope.ADMINISTER,
                        "Revokes an API key",
                        Set.of(),
                        this::revoke));
    }

    private Answer list(Request request) {
        return Answer.list("keys", keys.list().stream().map(KeyRoutes::fields).toList());
    }

    private Answer create(Request request) {
        try {
            ApiKeys.Made made = keys.create(
                    request.body().text("name"),
                    scopes(request.body().texts("scopes")),
                    request.body().timeOrNull("expires"),
                    (handle, key) -> audit.write(handle, "key.create", key, request.caller()));
            return Answer.created(fields(made.key()).put("key", made.text().reveal()));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private Answer revoke(Request request) {
        ApiKey revoked = keys.revoke(
                request.path("id"), (handle, key) -> audit.write(handle, "key.revoke", key, request.caller()));
        return Answer.of(fields(revoked));
    }

    /** The scopes that labels name. */
    public static Set<Scope> scopes(List<String> labels) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : labels) {
            try {
                scopes.add(Scope.valueOf(label.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("scope " + label + " must be one of " + String.join(", ", all()), e);
            }
        }
        return scopes;
    }

    private static List<String> all() {
        List<String> labels = new ArrayList<>();
        EnumSet.allOf(Scope.class).forEach(scope -> labels.add(scope.label()));
        return labels;
    }

    private static Fields fields(ApiKey key) {
        return new Fields()
                .put("id", key.id())
                .put("name", key.name())
                .put("scopes", key.scopes().stream().map(Scope::label).sorted().toList())
                .time("created", Times.micros(key.created()))
                .time("expires", micros(key.expires()))
                .time("revoked", micros(key.revoked()))
                .time("last_used", micros(key.lastUsed()));
    }

    private static long micros(@Nullable Instant time) {
        return time == null ? -1 : Times.micros(time);
    }
}
