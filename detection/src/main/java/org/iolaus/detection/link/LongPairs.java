package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/** A set of ordered pairs of hashes. */
final class LongPairs {
    private final LongOpenHashSet pairs = new LongOpenHashSet();

    boolean add(long first, long second) {
        return pairs.add(first * 0x9e3779b97f4a7c15L ^ Long.rotateLeft(second, 29));
    }
}
