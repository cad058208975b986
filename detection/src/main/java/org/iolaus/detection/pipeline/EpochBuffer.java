package org.iolaus.detection.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.iolaus.detection.fingerprint.Fingerprint;

/**
 * Holds fingerprints until their epoch closes, then gives them out in canonical order, so that nothing downstream can
 * depend on the order of arrival. Not thread-safe.
 */
final class EpochBuffer {
    private static final Comparator<Fingerprint> CANONICAL = Comparator.comparingLong(Fingerprint::timeMicros)
            .thenComparingLong(Fingerprint::key)
            .thenComparingLong(Fingerprint::content);

    private final long epochMicros;
    private final TreeMap<Long, List<Fingerprint>> epochs = new TreeMap<>();
    private long closedBefore = Long.MIN_VALUE;
    private long late;
    private int size;
    private long lastEpoch = Long.MIN_VALUE;
    private List<Fingerprint> lastList = List.of();

    EpochBuffer(long epochMicros) {
        this.epochMicros = epochMicros;
    }

    void add(Fingerprint fingerprint) {
        if (fingerprint.timeMicros() < closedBefore) {
            late++;
            return;
        }
        long epoch = Math.floorDiv(fingerprint.timeMicros(), epochMicros);
        if (epoch != lastEpoch) {
            lastList = epochs.computeIfAbsent(epoch, start -> new ArrayList<>());
            lastEpoch = epoch;
        }
        lastList.add(fingerprint);
        size++;
    }

    /** Whether an epoch ends at or before a time. */
    boolean ready(long micros) {
        return !epochs.isEmpty() && (epochs.firstKey() + 1) <= Math.floorDiv(micros, epochMicros);
    }

    boolean isEmpty() {
        return epochs.isEmpty();
    }

    /** End of the first open epoch that holds anything. */
    long firstEnd() {
        return (epochs.firstKey() + 1) * epochMicros;
    }

    /** Closes the first epoch that holds anything and gives out its exchanges in canonical order. */
    List<Fingerprint> close() {
        closedBefore = firstEnd();
        List<Fingerprint> closed = epochs.pollFirstEntry().getValue();
        lastEpoch = Long.MIN_VALUE;
        size -= closed.size();
        closed.sort(CANONICAL);
        return closed;
    }

    /** Exchanges that came after their epoch had closed. */
    long late() {
        return late;
    }

    int size() {
        return size;
    }
}
