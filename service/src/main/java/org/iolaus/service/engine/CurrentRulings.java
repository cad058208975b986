package org.iolaus.service.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Rulings above allow as they stand. Written by the detector's thread; reads are thread-safe and never wait. */
public final class CurrentRulings {
    private final Map<Who, Ruling> rulings = new ConcurrentHashMap<>();

    /** An account, or an end user of it. */
    record Who(String accountId, @Nullable String endUserId) {}

    /** The ruling on an account, or on one end user of it; empty if there is none. */
    public Optional<Ruling> find(String accountId, @Nullable String endUserId) {
        return Optional.ofNullable(rulings.get(new Who(accountId, endUserId)));
    }

    /** All of them, in no order. */
    public Collection<Ruling> all() {
        return Collections.unmodifiableCollection(rulings.values());
    }

    public int size() {
        return rulings.size();
    }

    Map<Who, Ruling> byWho() {
        return rulings;
    }
}
