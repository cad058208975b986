package org.iolaus.benchmarks.degraded;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a record, an exchange or account facts, which both name their account. */
@FunctionalInterface
interface Change {
    /** Leaves it as it is. */
    Change NONE = _ -> {};

    void apply(ObjectNode changed);

    /** Takes fields out. */
    static Change without(String... fields) {
        List<String> names = List.of(fields);
        return changed -> changed.remove(names);
    }

    /** Gives a field one value. */
    static Change with(String field, String value) {
        return changed -> changed.put(field, value);
    }

    /** Rounds a time down. */
    static Change rounded(String field, ChronoUnit unit) {
        return changed -> changed.put(
                field,
                Instant.parse(changed.path(field).asString()).truncatedTo(unit).toString());
    }

    /** Changes so many accounts of so many, all their records alike. */
    static Change some(int accounts, int of, Change change) {
        return changed -> {
            if (Draw.below(of, changed.path("account_id").asString()) < accounts) {
                change.apply(changed);
            }
        };
    }
}
