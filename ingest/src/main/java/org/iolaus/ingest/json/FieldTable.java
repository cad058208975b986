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
    /** Words of a name in its quotes, at most. */
    private static final int QUOTED_WORDS = 3;

    private final byte[][] names;
    private final int[] slots;
    private final long[] heads;
    private final long[] tails;
    private final long[] quoted;
    private final long[] masks;

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
        this.quoted = new long[names.size() * QUOTED_WORDS];
        this.masks = new long[quoted.length];
        for (int index = 0; index < this.names.length; index++) {
            quote(index);
        }
    }

    private void quote(int index) {
        byte[] text = ('"' + name(index) + '"').getBytes(US_ASCII);
        for (int i = 0; i < Math.min(text.length, 8 * QUOTED_WORDS); i++) {
            int word = index * QUOTED_WORDS + i / 8;
            quoted[word] |= (long) text[i] << 8 * (i % 8);
            masks[word] |= 0xffL << 8 * (i % 8);
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

    /** Length in JSON of a name in its quotes if it stands at {@code at}; otherwise, or if that is hard to tell, 0. */
    int quotedLength(int index, byte[] bytes, int at, int end) {
        int length = names[index].length + 2;
        if (at + 8 * QUOTED_WORDS > bytes.length || at + length > end || length > 8 * QUOTED_WORDS) {
            return 0;
        }
        int word = index * QUOTED_WORDS;
        long difference = (Words.at(bytes, at) ^ quoted[word]) & masks[word]
                | (Words.at(bytes, at + 8) ^ quoted[word + 1]) & masks[word + 1]
                | (Words.at(bytes, at + 16) ^ quoted[word + 2]) & masks[word + 2];
        return difference == 0 ? length : 0;
    }

    /** Number of names. */
    public int size() {
        return names.length;
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
