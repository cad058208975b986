package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Who alone has an object, in two generations: what is not put again for a whole generation is forgotten. Not
 * thread-safe.
 */
final class Owners {
    static final int NONE = -1;

    private final int max;
    private Long2IntOpenHashMap current = generation(0);
    private Long2IntOpenHashMap former = generation(0);
    private long forgotten;

    /** @param max ceiling on objects */
    Owners(int max) {
        this.max = max;
    }

    /**
     * Makes a subject the owner of an object that has none, or keeps it from being forgotten. What another subject owns
     * is then nobody's.
     *
     * @return the owner before, or {@link #NONE}
     */
    int claim(long key, int subject) {
        int owner = current.putIfAbsent(key, subject);
        if (owner == NONE && !former.isEmpty()) {
            owner = former.remove(key);
        }
        if (owner != NONE && owner != subject) {
            current.remove(key);
        }
        return owner;
    }

    /** Begins a generation. */
    void turn() {
        former = current;
        current = generation(former.size());
    }

    /** Begins a generation early if there are too many for another one. */
    void trim() {
        if (current.size() > max / 2) {
            forgotten += former.size();
            turn();
        }
    }

    /** Objects forgotten early because of the ceiling. */
    long forgotten() {
        return forgotten;
    }

    private static Long2IntOpenHashMap generation(int expected) {
        Long2IntOpenHashMap map = new Long2IntOpenHashMap(expected);
        map.defaultReturnValue(NONE);
        return map;
    }
}
