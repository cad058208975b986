package org.iolaus.service.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is public of an API key.
 *
 * @param id its public name, part of the key itself
 * @param name what the operator calls it
 * @param scopes what it allows
 * @param created when it was made
 * @param expires when it ends by itself, or null
 * @param revoked when it was revoked, or null
 * @param lastUsed the hour of its last use, or null
 */
public record ApiKey(
        String id,
        String name,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    static final int MAX_NAME = 200;

    public ApiKey {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name of " + name.length() + " characters must have 1 to " + MAX_NAME);
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("scopes must name at least one scope");
        }
        if (expires != null && !expires.isAfter(created)) {
            throw new IllegalArgumentException("expires " + expires + " must lie after " + created);
        }
    }

    /** Whether it opens anything at a time. */
    public boolean valid(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }
}
