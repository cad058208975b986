package org.iolaus.service.server;

import java.util.Optional;
import org.iolaus.service.access.Caller;

/** Tells whose an API key is, without waiting. Thread-safe. */
@FunctionalInterface
public interface Authenticator {
    /** The caller that presented a key; empty if it is unknown, revoked or expired. */
    Optional<Caller> authenticate(String presented);
}
