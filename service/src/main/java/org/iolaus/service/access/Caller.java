package org.iolaus.service.access;

import java.util.Set;

/**
 * Who sent a request.
 *
 * @param keyId public name of the API key
 * @param name what the operator calls it
 * @param scopes what it may do
 */
public record Caller(String keyId, String name, Set<Scope> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
