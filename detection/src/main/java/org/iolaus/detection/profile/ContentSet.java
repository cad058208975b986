package org.iolaus.detection.profile;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * A set of content hashes that is asked for far more that it lacks than that it has: a bitmap, small enough for the
 * processor's nearest cache, turns most of those away. Immutable.
 *
 * <p>Paper: B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (1970); with one bit a
 * hash.
 */
public final class ContentSet {
    private static final int FEWEST_WORDS = 64;
    private static final int MOST_WORDS = 1024;
    /** Bits of the bitmap for each hash in the set, as long as it may grow. */
    private static final int SPARSE = 16;

    private final LongOpenHashSet hashes;
    private final long[] bitmap;

    /** @param hashes the set, not to be modified afterwards */
    public ContentSet(LongOpenHashSet hashes) {
        this.hashes = hashes;
        int words = Integer.highestOneBit(Math.max(1, hashes.size())) * 2 * SPARSE / Long.SIZE;
        bitmap = new long[Math.clamp(words, FEWEST_WORDS, MOST_WORDS)];
        hashes.forEach(hash -> bitmap[word(hash)] |= 1L << hash);
    }

    private int word(long hash) {
        return (int) (hash >>> 6) & bitmap.length - 1;
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Whether a hash is in the set. */
    public boolean contains(long hash) {
        return (bitmap[word(hash)] >>> hash & 1) != 0 && hashes.contains(hash);
    }

    /** Whether any hash in a part of an array is in the set. */
    boolean containsAny(long[] array, int from, int to) {
        long maybe = 0;
        for (int i = from; i < to; i++) {
            maybe |= bitmap[word(array[i])] >>> array[i];
        }
        return (maybe & 1) != 0 && search(array, from, to);
    }

    private boolean search(long[] array, int from, int to) {
        for (int i = from; i < to; i++) {
            if (contains(array[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of some hashes is in the set. */
    public boolean containsAny(long[] some) {
        return containsAny(some, 0, some.length);
    }
}
