package org.iolaus.detection.profile;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers names in order of appearance, so that profiles can count by small integers. Bounded: names beyond the ceiling
 * count together as {@code other}. Not thread-safe.
 */
public final class Catalog {
    /** Bits that hold any index. */
    public static final int BITS = 12;

    private static final int MAX = (1 << BITS) - 1;
    private static final String OTHER = "other";

    private final Object2IntOpenHashMap<String> indices = new Object2IntOpenHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final LongArrayList first = new LongArrayList();

    public Catalog() {
        indices.defaultReturnValue(-1);
    }

    /**
     * Index of a name.
     *
     * @param micros event time of this appearance
     */
    public int index(String name, long micros) {
        int known = indices.getInt(name);
        if (known >= 0) {
            first.set(known, Math.min(micros, first.getLong(known)));
            return known;
        }
        if (names.size() >= MAX && !name.equals(OTHER)) {
            return index(OTHER, micros);
        }
        int index = names.size();
        indices.put(name, index);
        names.add(name);
        first.add(micros);
        return index;
    }

    /** Names so far; indices are below it. */
    public int size() {
        return names.size();
    }

    public String name(int index) {
        return names.get(index);
    }

    /** Event time of the first appearance. */
    public long firstMicros(int index) {
        return first.getLong(index);
    }
}
