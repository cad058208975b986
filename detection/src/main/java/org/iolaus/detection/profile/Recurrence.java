package org.iolaus.detection.profile;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Which values of a subject have been seen once, and which are already linked to it. A part of a prompt that recurs is a
 * template's; one that does not is an item's. Bounded: at the ceiling what was seen once is forgotten.
 */
public final class Recurrence {
    private static final int MAX_ONCE = 4096;

    private final LongOpenHashSet once = new LongOpenHashSet(4);
    private final LongOpenHashSet linked = new LongOpenHashSet(8);

    /** Whether a value that counts from its second sighting on is to be linked now. */
    public boolean recurs(long value) {
        if (linked.contains(value)) {
            return false;
        }
        if (once.remove(value)) {
            linked.add(value);
            return true;
        }
        if (once.size() >= MAX_ONCE) {
            once.clear();
        }
        once.add(value);
        return false;
    }

    /** Whether a value that counts from its first sighting on is to be linked now. */
    public boolean appears(long value) {
        return linked.add(value);
    }
}
