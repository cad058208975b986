package org.iolaus.detection.profile;

/**
 * Which values of a subject have been seen once, and which have been linked to it of late. A part of a prompt that recurs
 * is a template's; one that does not is an item's. What was linked is linked again in the next generation, so that it is
 * not forgotten as long as it is seen. Bounded: at its ceiling each of the two sets is emptied. Then what was linked is
 * linked again early, which is harmless, and what was seen once must be seen twice more.
 *
 * <p>Both sets are one table, and a mark tells them apart, so that one look in memory finds a value. Of a value 39 bits of
 * its product with an odd constant are kept: two of {@value #MAX_ONCE} are taken for one with a chance below 2^-15, which
 * links a value once too often or too late. Not thread-safe.
 */
public final class Recurrence {
    /** Values remembered that have been seen once. */
    static final int MAX_ONCE = 4096;
    /** Values remembered that have been linked in this generation. */
    static final int MAX_LINKED = 4096;

    private static final long GENERATION_MICROS = 7 * 86_400_000_000L;
    private static final int FIRST_SLOTS = 16;
    /** Scatters values; odd, so different values have different products. */
    private static final long SCATTER = 0x9e3779b97f4a7c15L;
    /** Bit of a tag: whether the slot's value has been linked. */
    private static final int LINKED = 0x80;

    /** High 32 bits of the values' products; 0 is an empty slot. */
    private int[] heads = new int[FIRST_SLOTS];
    /** The next seven bits of each, and the mark. */
    private byte[] tags = new byte[FIRST_SLOTS];

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
        long product = value * SCATTER;
        int slot = slot(product);
        if (heads[slot] != 0) {
            return !isLinked(slot) && link(product, slot);
        }
        if (once >= MAX_ONCE) {
            forgotten += once;
            keep(true);
            slot = slot(product);
        }
        once++;
        insert(product, slot);
        return false;
    }

    /** Whether a value that counts from its first sighting on is to be linked now. */
    public boolean appears(long value) {
        long product = value * SCATTER;
        int slot = slot(product);
        return !(heads[slot] != 0 && isLinked(slot)) && link(product, slot);
    }

    /** Links a value that is not linked; always true. */
    private boolean link(long product, int found) {
        int slot = found;
        if (linked >= MAX_LINKED) {
            forgetLinked();
            slot = slot(product);
        }
        linked++;
        if (heads[slot] != 0) {
            once--;
        } else {
            slot = insert(product, slot);
        }
        tags[slot] |= (byte) LINKED;
        return true;
    }

    private void forgetLinked() {
        if (linked > 0) {
            keep(false);
        }
    }

    private boolean isLinked(int slot) {
        return tags[slot] < 0;
    }

    private static int head(long product) {
        int head = (int) (product >>> 32);
        return head == 0 ? 1 : head;
    }

    private static int tag(long product) {
        return (int) (product >>> 25) & LINKED - 1;
    }

    /** Slot of a value, or the empty one that it would take. */
    private int slot(long product) {
        int head = head(product);
        int tag = tag(product);
        int slot = home(head);
        while (heads[slot] != 0 && !(heads[slot] == head && (tags[slot] & LINKED - 1) == tag)) {
            slot = slot + 1 & heads.length - 1;
        }
        return slot;
    }

    private int home(int head) {
        return head >>> 8 & heads.length - 1;
    }

    /** Puts a value into its empty slot, which it returns; it is another one if the table has to grow. */
    private int insert(long product, int free) {
        int slot = free;
        if (4 * (once + linked) > 3 * heads.length) {
            fill(heads, tags, 2 * heads.length, true, true);
            slot = slot(product);
        }
        heads[slot] = head(product);
        tags[slot] = (byte) tag(product);
        return slot;
    }

    /** Keeps what was linked, or what was not. */
    private void keep(boolean whatWasLinked) {
        once = whatWasLinked ? 0 : once;
        linked = whatWasLinked ? linked : 0;
        int needed = 4 * (once + linked) / 3;
        fill(heads, tags, Math.max(FIRST_SLOTS, 2 * Integer.highestOneBit(needed)), whatWasLinked, !whatWasLinked);
    }

    private void fill(int[] from, byte[] fromTags, int slots, boolean withLinked, boolean withOnce) {
        heads = new int[slots];
        tags = new byte[slots];
        for (int i = 0; i < from.length; i++) {
            if (from[i] != 0 && (fromTags[i] < 0 ? withLinked : withOnce)) {
                int slot = home(from[i]);
                while (heads[slot] != 0) {
                    slot = slot + 1 & slots - 1;
                }
                heads[slot] = from[i];
                tags[slot] = fromTags[i];
            }
        }
    }

    /** Reads where a value would be, so that it is in the processor's cache when it is asked for. */
    long touch(long value) {
        return heads[home(head(value * SCATTER))];
    }

    /** Values seen once that were forgotten because of the ceiling. */
    public long forgotten() {
        return forgotten;
    }
}
