package org.iolaus.watermark.tracing;

import java.util.List;
import java.util.Objects;
import org.iolaus.watermark.scheme.MarkKey;

/** A campaign's key and those of its accounts. */
public record Campaign(MarkKey key, List<MarkKey> accounts) {
    public Campaign {
        Objects.requireNonNull(key);
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException(
                    "accounts of campaign %s are empty, must be at least one".formatted(key.id()));
        }
    }
}
