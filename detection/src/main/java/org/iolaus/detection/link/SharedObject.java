package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** An object that several subjects have. Not thread-safe. */
public final class SharedObject {
    private static final int FIRST_LOOK = 4;
    private static final double GROWTH = 1.3;

    private final int id;
    private final Layer layer;
    private final long key;
    private final int supernet;
    private final IntArrayList users = new IntArrayList(2);
    private int nextLook = FIRST_LOOK;
    private long firstDueMicros = Long.MIN_VALUE;
    private long nextDueMicros = Long.MIN_VALUE;

    SharedObject(int id, Layer layer, long key, int supernet) {
        this.id = id;
        this.layer = layer;
        this.key = key;
        this.supernet = supernet;
    }

    public int id() {
        return id;
    }

    public Layer layer() {
        return layer;
    }

    /** The keyed hash that identifies the value. */
    public long key() {
        return key;
    }

    /** The supernet it lies in, by {@link Supernets}' number, or {@link Supernets#NONE}. */
    public int supernet() {
        return supernet;
    }

    /** Indices of the subjects that have it, distinct, in order of discovery. */
    public IntArrayList users() {
        return users;
    }

    /** Its users without some, in order of discovery. */
    public int[] usersWithout(IntPredicate excluded) {
        int[] left = new int[users.size()];
        int size = 0;
        for (int i = 0; i < left.length; i++) {
            int user = users.getInt(i);
            if (!excluded.test(user)) {
                left[size++] = user;
            }
        }
        return size == left.length ? left : Arrays.copyOf(left, size);
    }

    /** Whether users have multiplied since the last look. Looks at geometric sizes cost linear time in all. */
    boolean grow() {
        if (users.size() < nextLook) {
            return false;
        }
        nextLook = (int) Math.ceil(users.size() * GROWTH);
        return true;
    }

    /**
     * Whether it is time for another look though users have not multiplied: the time since the first look has. Work grows
     * with time, so looks at geometric times cost linear time in all too.
     */
    boolean due(long nowMicros) {
        if (firstDueMicros == Long.MIN_VALUE) {
            firstDueMicros = nowMicros;
        } else if (nowMicros < nextDueMicros) {
            return false;
        }
        nextDueMicros = nowMicros + (long) ((nowMicros - firstDueMicros) * (GROWTH - 1));
        return true;
    }
}
