package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Supernets, ranges that one operator shares out (see {@code Fingerprint#supernet}), and how many addresses and
 * networks each subject has in each of them. Not thread-safe.
 */
public final class Supernets {
    /** In place of a supernet's number where there is none. */
    public static final int NONE = -1;

    /** Supernet, addresses, networks. */
    private static final int STRIDE = 3;

    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    /** By subject, {@link #STRIDE} numbers a supernet. */
    private @Nullable IntArrayList[] held = {};

    Supernets() {
        numbers.defaultReturnValue(NONE);
    }

    /** What a subject has in one supernet. */
    public interface Holding {
        /**
         * @param supernet number of the supernet
         * @param addresses distinct ones in it
         * @param networks distinct prefixes in it
         */
        void accept(int supernet, int addresses, int networks);
    }

    /** Number of a supernet, a new one if it is new; {@link #NONE} for 0. */
    int find(long hash) {
        if (hash == 0) {
            return NONE;
        }
        int number = numbers.putIfAbsent(hash, numbers.size());
        return number == NONE ? numbers.size() - 1 : number;
    }

    /** Counts an address or a network that a subject has and had not; everything else is passed over. */
    void count(int subject, Layer layer, int supernet) {
        if (supernet == NONE) {
            return;
        }
        if (subject >= held.length) {
            held = Arrays.copyOf(held, Math.max(subject + 1, held.length + held.length / 2));
        }
        IntArrayList holding = held[subject];
        if (holding == null) {
            holding = new IntArrayList(STRIDE);
            held[subject] = holding;
        }
        int at = 0;
        while (at < holding.size() && holding.getInt(at) != supernet) {
            at += STRIDE;
        }
        if (at == holding.size()) {
            holding.add(supernet);
            holding.add(0);
            holding.add(0);
        }
        int counter = at + (layer == Layer.IP ? 1 : 2);
        holding.set(counter, holding.getInt(counter) + 1);
    }

    /** Goes through the supernets that a subject has something in. */
    public void forEach(int subject, Holding action) {
        IntArrayList holding = subject < held.length ? held[subject] : null;
        for (int at = 0; holding != null && at < holding.size(); at += STRIDE) {
            action.accept(holding.getInt(at), holding.getInt(at + 1), holding.getInt(at + 2));
        }
    }

    /** How many supernets there are. */
    public int size() {
        return numbers.size();
    }
}
