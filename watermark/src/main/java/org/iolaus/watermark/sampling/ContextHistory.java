package org.iolaus.watermark.sampling;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * The last windows that were marked, so that one that comes again is left unmarked: the same key in the same window would
 * choose the same token for ever. A ring of fixed size; a window that repeats takes a place again, as in the reference
 * implementation of SynthID-Text. Not thread-safe.
 *
 * <p>One history a response keeps each response free of distortion; one an account keeps the account's responses free of
 * it together, as far back as the ring reaches.
 */
public final class ContextHistory {
    /** Windows that the reference implementation remembers. */
    public static final int STANDARD_CAPACITY = 1024;

    private final long[] ring;
    private final Long2IntOpenHashMap places;
    private long added;

    /** @param capacity windows to remember, at least 1 */
    public ContextHistory(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is %d, must be at least 1".formatted(capacity));
        }
        this.ring = new long[capacity];
        this.places = new Long2IntOpenHashMap();
    }

    /** Whether the window is among the last ones. Adds it to them. */
    public boolean repeatsThenAdd(long window) {
        boolean repeated = places.containsKey(window);
        int place = (int) (added++ % ring.length);
        if (added > ring.length && places.addTo(ring[place], -1) == 1) {
            places.remove(ring[place]);
        }
        ring[place] = window;
        places.addTo(window, 1);
        return repeated;
    }

    /** Forgets all. */
    public void clear() {
        places.clear();
        added = 0;
    }
}
