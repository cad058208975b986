package org.iolaus.detection.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.iolaus.detection.fingerprint.Fingerprint;

/**
 * Holds fingerprints until their epoch closes, then gives them out in canonical order, so that nothing downstream can
 * depend on the order of arrival. Beyond a ceiling the earliest are given out before their epoch closes, in the same
 * order; only what comes later and belongs before them is lost. Not thread-safe.
 */
final class EpochBuffer {
    private final long epochMicros;
    private final TreeMap<Long, List<Fingerprint>> epochs = new TreeMap<>();
    private final int max;
    private long givenOutBefore = Long.MIN_VALUE;
    private long dueBefore = Long.MIN_VALUE;
    private long late;
    private long crowdedOut;
    private int size;
    private long lastEpoch = Long.MIN_VALUE;
    private List<Fingerprint> lastList = List.of();

    /** @param max fingerprints to hold */
    EpochBuffer(long epochMicros, int max) {
        this.epochMicros = epochMicros;
        this.max = max;
    }

    /** Orders by time, then by hashes of the exchanges. */
    private static int canonical(Fingerprint a, Fingerprint b) {
        if (a.timeMicros() != b.timeMicros()) {
            return Long.compare(a.timeMicros(), b.timeMicros());
        }
        return a.key() != b.key() ? Long.compare(a.key(), b.key()) : Long.compare(a.content(), b.content());
    }

    void add(Fingerprint fingerprint) {
        if (fingerprint.timeMicros() < givenOutBefore) {
            late++;
            crowdedOut += fingerprint.timeMicros() >= dueBefore ? 1 : 0;
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

    /** Whether an epoch ends at or before a time before which nothing more is due. */
    boolean ready(long micros) {
        long epoch = Math.floorDiv(micros, epochMicros);
        dueBefore = Math.max(dueBefore, epoch * epochMicros);
        return !epochs.isEmpty() && epochs.firstKey() + 1 <= epoch;
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
        givenOutBefore = Math.max(givenOutBefore, firstEnd());
        List<Fingerprint> closed = epochs.pollFirstEntry().getValue();
        lastEpoch = Long.MIN_VALUE;
        size -= closed.size();
        closed.sort(EpochBuffer::canonical);
        return closed;
    }

    /** Whether more is held than the ceiling allows. */
    boolean crowded() {
        return size > max;
    }

    /** Gives out the earlier half of the first open epoch; nothing if that is empty and may as well be closed. */
    List<Fingerprint> relieve() {
        List<Fingerprint> open = epochs.firstEntry().getValue();
        open.sort(EpochBuffer::canonical);
        List<Fingerprint> earlier = open.subList(0, (open.size() + 1) / 2);
        List<Fingerprint> given = List.copyOf(earlier);
        earlier.clear();
        size -= given.size();
        if (!given.isEmpty()) {
            givenOutBefore = given.getLast().timeMicros();
        }
        return given;
    }

    /** Whether the exchanges before and up to one have been given out. */
    boolean givenOut(Fingerprint fingerprint) {
        return fingerprint.timeMicros() < givenOutBefore;
    }

    /** Everything before this event time has been closed or given out. */
    long closedBefore() {
        return givenOutBefore;
    }

    /** End of an exchange's epoch. */
    long end(Fingerprint fingerprint) {
        return (Math.floorDiv(fingerprint.timeMicros(), epochMicros) + 1) * epochMicros;
    }

    /** Hands on all exchanges of open epochs. */
    void forEach(Consumer<Fingerprint> to) {
        epochs.values().forEach(open -> open.forEach(to));
    }

    /** Exchanges that came after their epoch had closed, or after later ones had been given out. */
    long late() {
        return late;
    }

    /** Those of the late ones that came before their epoch had closed: they are lost to the ceiling. */
    long crowdedOut() {
        return crowdedOut;
    }

    int size() {
        return size;
    }
}
