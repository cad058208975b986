package org.iolaus.detection.profile;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Which values of a subject have been seen once, and which have been linked to it of late. A part of a prompt that recurs
 * is a template's; one that does not is an item's. What was linked is linked again in the next generation, so that it is
 * not forgotten as long as it is seen. Bounded: at its ceiling each of the two sets is emptied. Then what was linked is
 * linked again early, which is harmless, and what was seen once must be seen twice more. Not thread-safe.
 */
public final class Recurrence {
    /** Values remembered that have been seen once. */
    static final int MAX_ONCE = 4096;
    /** Values remembered that have been linked in this generation. */
    static final int MAX_LINKED = 4096;

    private static final long GENERATION_MICROS = 7 * 86_400_000_000L;

    private final LongOpenHashSet once = new LongOpenHashSet(4);
    private final LongOpenHashSet linked = new LongOpenHashSet(8);
    private long generation;
    private long forgotten;

    /** The generation of an event time: a week. */
    public static long generation(long micros) {
        return Math.floorDiv(micros, GENERATION_MICROS);
    }

    /** Begins a generation if that of an event time is another. */
    void advance(long micros) {
        long now = generation(micros);
        if (now != generation) {
            linked.clear();
            linked.trim(8);
            generation = now;
        }
    }

    /** Whether a value that counts from its second sighting on is to be linked now. */
    public boolean recurs(long value) {
        if (linked.contains(value)) {
            return false;
        }
        if (once.remove(value)) {
            return appears(value);
        }
        if (once.size() >= MAX_ONCE) {
            forgotten += once.size();
            once.clear();
        }
        once.add(value);
        return false;
    }

    /** Whether a value that counts from its first sighting on is to be linked now. */
    public boolean appears(long value) {
        if (linked.size() >= MAX_LINKED && !linked.contains(value)) {
            linked.clear();
        }
        return linked.add(value);
    }

    /** Values seen once that were forgotten because of the ceiling. */
    public long forgotten() {
        return forgotten;
    }
}
