package org.iolaus.detection.profile;

/**
 * Which values of a subject have been seen once, and which have been linked to it of late. A part of a prompt that recurs
 * is a template's; one that does not is an item's. What was linked is linked again in the next generation, so that it is
 * not forgotten as long as it is seen. Bounded: at its ceiling each of the two sets is emptied. Then what was linked is
 * linked again early, which is harmless, and what was seen once must be seen twice more.
 *
 * <p>Both sets are one table, and a mark tells them apart, so that one look in memory finds a value. Not thread-safe.
 */
public final class Recurrence {
    /** Values remembered that have been seen once. */
    static final int MAX_ONCE = 4096;
    /** Values remembered that have been linked in this generation. */
    static final int MAX_LINKED = 4096;

    private static final long GENERATION_MICROS = 7 * 86_400_000_000L;
    private static final int FIRST_SLOTS = 16;
    /** Stands for the value 0 in the table, where 0 is an empty slot. */
    private static final long ZERO = 0x9e3779b97f4a7c15L;

    private long[] values = new long[FIRST_SLOTS];
    /** A bit a slot: whether its value has been linked. */
    private long[] marks = new long[1];

    private int once;
    private int linked;
    private long generation;
    private long forgotten;

    /** The generation of an event time: a week. */
    public static long generation(long micros) {
        return Math.floorDiv(micros, GENERATION_MICROS);
    }

    /** Begins a generation if that of an event time is another. */
    void advance(long micros) {
        long now = generation(micros);
        if (now != generation) {
            forgetLinked();
            generation = now;
        }
    }

    /** Whether a value that counts from its second sighting on is to be linked now. */
    public boolean recurs(long value) {
        int slot = slot(value);
        if (values[slot] != 0) {
            return !isLinked(slot) && link(value, slot);
        }
        if (once >= MAX_ONCE) {
            forgotten += once;
            keep(true);
            slot = slot(value);
        }
        once++;
        insert(value, slot);
        return false;
    }

    /** Whether a value that counts from its first sighting on is to be linked now. */
    public boolean appears(long value) {
        int slot = slot(value);
        return !(values[slot] != 0 && isLinked(slot)) && link(value, slot);
    }

    /** Links a value that is not linked; always true. */
    private boolean link(long value, int found) {
        int slot = found;
        if (linked >= MAX_LINKED) {
            forgetLinked();
            slot = slot(value);
        }
        linked++;
        if (values[slot] != 0) {
            once--;
        } else {
            slot = insert(value, slot);
        }
        marks[slot >>> 6] |= 1L << slot;
        return true;
    }

    private void forgetLinked() {
        if (linked > 0) {
            keep(false);
        }
    }

    private boolean isLinked(int slot) {
        return (marks[slot >>> 6] >>> slot & 1) != 0;
    }

    /** Slot of a value, or the empty one that it would take. */
    private int slot(long value) {
        long key = value == 0 ? ZERO : value;
        int slot = home(key);
        while (values[slot] != 0 && values[slot] != key) {
            slot = slot + 1 & values.length - 1;
        }
        return slot;
    }

    private int home(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 40) & values.length - 1;
    }

    /** Puts a value into its empty slot, which it returns; it is another one if the table has to grow. */
    private int insert(long value, int free) {
        int slot = free;
        if (4 * (once + linked) > 3 * values.length) {
            fill(values, marks, 2 * values.length, true, true);
            slot = slot(value);
        }
        values[slot] = value == 0 ? ZERO : value;
        return slot;
    }

    /** Keeps what was linked, or what was not. */
    private void keep(boolean whatWasLinked) {
        once = whatWasLinked ? 0 : once;
        linked = whatWasLinked ? linked : 0;
        int needed = 4 * (once + linked) / 3;
        fill(values, marks, Math.max(FIRST_SLOTS, 2 * Integer.highestOneBit(needed)), whatWasLinked, !whatWasLinked);
    }

    private void fill(long[] from, long[] fromMarks, int slots, boolean withLinked, boolean withOnce) {
        values = new long[slots];
        marks = new long[Math.max(1, slots >>> 6)];
        for (int i = 0; i < from.length; i++) {
            long mark = fromMarks[i >>> 6] >>> i & 1;
            if (from[i] != 0 && (mark == 1 ? withLinked : withOnce)) {
                int slot = slot(from[i]);
                values[slot] = from[i];
                marks[slot >>> 6] |= mark << slot;
            }
        }
    }

    /** Reads where a value would be, so that it is in the processor's cache when it is asked for. */
    long touch(long value) {
        return values[home(value)];
    }

    /** Values seen once that were forgotten because of the ceiling. */
    public long forgotten() {
        return forgotten;
    }
}
