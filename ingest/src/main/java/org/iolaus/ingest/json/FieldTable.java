package org.iolaus.ingest.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** The known fields of one kind of object: from the bytes of a name to its index. Immutable. */
public final class FieldTable {
    /** What {@link #indexOf} answers for a field that is not known. */
    public static final int UNKNOWN = -1;

    private final byte[][] names;
    private final int[] slots;

    private FieldTable(List<String> names) {
        this.names = names.stream().map(name -> name.getBytes(US_ASCII)).toArray(byte[][]::new);
        this.slots = new int[Integer.highestOneBit(names.size()) * 8];
        for (int index = 0; index < this.names.length; index++) {
            byte[] name = this.names[index];
            int slot = hash(name, 0, name.length);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = index + 1;
        }
    }

    /** A table in which each name has its place in the argument list as index; at most 31 names. */
    public static FieldTable of(String... names) {
        return new FieldTable(List.of(names));
    }

    /** Index of the name in {@code [from, to)}, or {@link #UNKNOWN}. */
    public int indexOf(byte[] bytes, int from, int to) {
        if (from == to) {
            return UNKNOWN;
        }
        for (int slot = hash(bytes, from, to); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            byte[] name = names[slots[slot] - 1];
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return slots[slot] - 1;
            }
        }
        return UNKNOWN;
    }

    /** Name of the field with this index. */
    public String name(int index) {
        return new String(names[index], US_ASCII);
    }

    private int hash(byte[] bytes, int from, int to) {
        int mixed = bytes[from] * 31 + bytes[to - 1] * 17 + bytes[(from + to) >>> 1] * 7 + (to - from);
        return (mixed ^ mixed >>> 5) & slots.length - 1;
    }
}
