package org.iolaus.service.snapshot;

import java.time.Duration;

/**
 * When state is saved.
 *
 * @param every how often, if anything has happened
 * @param everyExchanges exchanges after which it is saved earlier
 * @param partialReplay whether a start may do with what the log still holds, if no snapshot can be used and the log does
 *     not reach back to its beginning
 */
public record SnapshotConfig(Duration every, long everyExchanges, boolean partialReplay) {
    public static final SnapshotConfig DEFAULT = new SnapshotConfig(Duration.ofMinutes(15), 20_000_000, false);

    public SnapshotConfig {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every " + every + " must be longer than nothing");
        }
        if (everyExchanges < 1) {
            throw new IllegalArgumentException("everyExchanges " + everyExchanges + " must be at least 1");
        }
    }
}
