package org.iolaus.detection.pipeline;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/**
 * Remembers the identifiers of recent exchanges in two generations, so that a repeat counts once and a conflict is set
 * aside. An identifier is remembered for at least a generation's length. Not thread-safe.
 */
final class Deduplication {
    private static final long GENERATION_MICROS = 43_200_000_000L;

    private final int max;
    private Long2LongOpenHashMap current = new Long2LongOpenHashMap();
    private Long2LongOpenHashMap former = new Long2LongOpenHashMap();
    private long generation = Long.MIN_VALUE;
    private long duplicates;
    private long conflicts;
    private long forgotten;

    Deduplication(int max) {
        this.max = max;
    }

    /** Whether an exchange is new. */
    boolean fresh(long key, long content) {
        long marked = content == 0 ? 1 : content;
        long known = former.get(key);
        known = known == 0 ? current.putIfAbsent(key, marked) : known;
        if (known == 0) {
            return true;
        }
        if (known == marked) {
            duplicates++;
        } else {
            conflicts++;
        }
        return false;
    }

    /** Turns the generations at fixed event times, or at the ceiling; to be called when an epoch closes. */
    void close(long epochEndMicros) {
        long now = Math.floorDiv(epochEndMicros, GENERATION_MICROS);
        boolean turns = generation != Long.MIN_VALUE && now != generation;
        if (turns || current.size() > max / 2) {
            forgotten += turns ? 0 : former.size();
            former = current;
            current = new Long2LongOpenHashMap(former.size());
        }
        generation = now;
    }

    long duplicates() {
        return duplicates;
    }

    long conflicts() {
        return conflicts;
    }

    /** Identifiers forgotten before their time because of the ceiling. */
    long forgotten() {
        return forgotten;
    }
}
