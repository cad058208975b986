package org.iolaus.ingest.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/**
 * The known fields of one kind of object: from the bytes of a name to its index. A name of up to sixteen bytes is
 * compared as two words, its first eight bytes and its last eight. Immutable.
 */
public final class FieldTable {
    /** What {@link #indexOf} answers for a field that is not known. */
    public static final int UNKNOWN = -1;

    private static final int MAX_WORDS_LENGTH = 16;

    private final byte[][] names;
    private final int[] slots;
    private final long[] heads;
    private final long[] tails;

    private FieldTable(List<String> names) {
        this.names = names.stream().map(name -> name.getBytes(US_ASCII)).toArray(byte[][]::new);
        this.slots = new int[Integer.highestOneBit(names.size()) * 4];
        this.heads = new long[slots.length];
        this.tails = new long[slots.length];
        for (int index = 0; index < this.names.length; index++) {
            byte[] name = this.names[index];
            long head = Words.first(name, 0, name.length);
            long tail = tail(name, 0, name.length);
            int slot = slot(head, tail, name.length);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = index + 1;
            heads[slot] = head;
            tails[slot] = tail;
        }
    }

    /** A table in which each name has its place in the argument list as index; at most 31 names. */
    public static FieldTable of(String... names) {
        return new FieldTable(List.of(names));
    }

    /** Index of the name in {@code [from, to)}, or {@link #UNKNOWN}. */
    public int indexOf(byte[] bytes, int from, int to) {
        int length = to - from;
        long head = Words.first(bytes, from, length);
        long tail = tail(bytes, from, to);
        for (int slot = slot(head, tail, length); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            if (heads[slot] == head && tails[slot] == tail) {
                byte[] name = names[slots[slot] - 1];
                boolean same = name.length == length
                        && (length <= MAX_WORDS_LENGTH || Arrays.equals(name, 0, length, bytes, from, to));
                if (same) {
                    return slots[slot] - 1;
                }
            }
        }
        return UNKNOWN;
    }

    /** Name of the field with this index. */
    public String name(int index) {
        return new String(names[index], US_ASCII);
    }

    /** The last eight bytes of a name longer than that, or 0. */
    private static long tail(byte[] bytes, int from, int to) {
        return to - from > 8 ? Words.at(bytes, to - 8) : 0;
    }

    private int slot(long head, long tail, int length) {
        long mixed = (head ^ Long.rotateLeft(tail, 29) ^ length) * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 48) & slots.length - 1;
    }
}
