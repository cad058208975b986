package org.iolaus.service.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the engine is doing, for metrics and health.
 *
 * @param phase what it is doing
 * @param failure why it has failed, or why the log cannot be written; null if neither
 * @param watermarkMicros event time before which everything has been judged, or {@link Long#MIN_VALUE}
 * @param latestMicros latest event time seen, or {@link Long#MIN_VALUE}
 * @param loggedPosition last batch on disk
 * @param appliedPosition last batch applied
 * @param queuedExchanges exchanges on their way to the detector
 * @param queuedBytes bytes of batches on their way to the detector
 * @param exchanges exchanges counted in closed epochs
 * @param duplicates repeats dropped
 * @param conflicts repeats of an identifier with other content, set aside
 * @param late exchanges that came after their epoch had closed
 * @param rulings rulings above allow that stand
 * @param accounts accounts whose facts are known
 * @param snapshotPosition last batch in the latest snapshot, or 0
 * @param snapshotAt when that was taken, or null
 * @param snapshotMillis how long the detector stood still for it
 */
public record EngineStatus(
        Phase phase,
        @Nullable String failure,
        long watermarkMicros,
        long latestMicros,
        long loggedPosition,
        long appliedPosition,
        long queuedExchanges,
        long queuedBytes,
        long exchanges,
        long duplicates,
        long conflicts,
        long late,
        int rulings,
        int accounts,
        long snapshotPosition,
        @Nullable Instant snapshotAt,
        long snapshotMillis) {
    /** What the engine can be doing. */
    public enum Phase {
        /** Reads the log back; takes no facts. */
        REPLAYING,
        /** Takes facts. */
        RUNNING,
        /** Has stopped. */
        CLOSED,
        /** The detector has failed; facts are not taken. */
        FAILED
    }

    /** How far the watermark is behind the latest event, microseconds; 0 before the first. */
    public long lagMicros() {
        return latestMicros == Long.MIN_VALUE || watermarkMicros == Long.MIN_VALUE
                ? 0
                : Math.max(0, latestMicros - watermarkMicros);
    }
}
