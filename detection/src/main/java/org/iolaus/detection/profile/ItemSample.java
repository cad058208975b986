package org.iolaus.detection.profile;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Objects;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;

/**
 * A uniform sample of the distinct items a subject asked about: those with the smallest keyed hashes, in ascending order
 * of the unsigned hash. The same hash decides in every subject, so samples of two subjects can be compared item by item.
 * Merging is commutative.
 *
 * <p>Samples are searched far more often than they change, so what is searched for lies in one array, a row an item.
 *
 * <p>Paper: E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007.
 */
public final class ItemSample {
    /** Items kept. */
    public static final int SIZE = 24;

    private static final int FIRST_CAPACITY = 8;
    private static final int CAPABILITIES = Capability.values().length;
    private static final int ITEM = 0;
    private static final int TOOLS = 1;
    private static final int OPENING = 2;
    private static final int SHINGLES = 3;

    /** Longs in a row: as many as the item with most shingles needs, or more. */
    private int width = SHINGLES + FingerprintConfig.DEFAULT.maxShingles();
    /** Rows of item, tools, opening, shingles and zeros. */
    private long[] rows = {};

    private long[] systems = {};
    private long[][] systemShingles = {};
    private long[] ips = {};
    private byte[] capabilities = {};
    private int size;

    void add(Fingerprint fingerprint) {
        long item = fingerprint.item();
        if (item == 0 || (size == SIZE && Long.compareUnsigned(item, item(size - 1)) > 0)) {
            return;
        }
        int at = 0;
        while (at < size && Long.compareUnsigned(item(at), item) < 0) {
            at++;
        }
        if (at == size || item(at) != item) {
            widen(SHINGLES + fingerprint.shingles().length);
            open(at);
            put(at, fingerprint);
        }
    }

    private void widen(int needed) {
        if (needed > width) {
            long[] wide = new long[systems.length * needed];
            for (int i = 0; i < size; i++) {
                System.arraycopy(rows, i * width, wide, i * needed, width);
            }
            rows = wide;
            width = needed;
        }
    }

    /** Makes room at a position; a full sample loses its last item. */
    private void open(int at) {
        if (size == systems.length && size < SIZE) {
            grow(Math.min(SIZE, Math.max(FIRST_CAPACITY, 2 * size)));
        }
        int moved = Math.min(size, SIZE - 1) - at;
        System.arraycopy(rows, at * width, rows, (at + 1) * width, moved * width);
        System.arraycopy(systems, at, systems, at + 1, moved);
        System.arraycopy(systemShingles, at, systemShingles, at + 1, moved);
        System.arraycopy(ips, at, ips, at + 1, moved);
        System.arraycopy(capabilities, at * CAPABILITIES, capabilities, (at + 1) * CAPABILITIES, moved * CAPABILITIES);
        size = Math.min(SIZE, size + 1);
    }

    private void grow(int capacity) {
        rows = Arrays.copyOf(rows, capacity * width);
        systems = Arrays.copyOf(systems, capacity);
        systemShingles = Arrays.copyOf(systemShingles, capacity);
        ips = Arrays.copyOf(ips, capacity);
        capabilities = Arrays.copyOf(capabilities, capacity * CAPABILITIES);
    }

    private void put(int at, Fingerprint fingerprint) {
        int row = at * width;
        long[] shingles = fingerprint.shingles();
        rows[row + ITEM] = fingerprint.item();
        rows[row + TOOLS] = fingerprint.tools();
        rows[row + OPENING] = fingerprint.opening();
        System.arraycopy(shingles, 0, rows, row + SHINGLES, shingles.length);
        Arrays.fill(rows, row + SHINGLES + shingles.length, row + width, 0);
        systems[at] = fingerprint.system();
        systemShingles[at] = fingerprint.systemShingles();
        ips[at] = fingerprint.ip();
        System.arraycopy(fingerprint.capabilities(), 0, capabilities, at * CAPABILITIES, CAPABILITIES);
    }

    public int size() {
        return size;
    }

    /** Reads what {@link #add} reads first, so that it is in the processor's cache. */
    long touch() {
        return size == 0 ? 0 : item(size - 1);
    }

    /** Hash of the item at a position. */
    public long item(int index) {
        return rows[Objects.checkIndex(index, size) * width + ITEM];
    }

    /** Address the item came from. */
    public long ip(int index) {
        return ips[Objects.checkIndex(index, size)];
    }

    /** A sampled shingle of the item's turn, or 0 from the end on. */
    public long shingle(int index, int number) {
        return SHINGLES + number < width ? rows[Objects.checkIndex(index, size) * width + SHINGLES + number] : 0;
    }

    /** Score of a capability in 0..255. */
    public int score(int index, Capability capability) {
        return capabilities[Objects.checkIndex(index, size) * CAPABILITIES + capability.ordinal()] & 0xff;
    }

    /** How much the item asks for what is worth training on, 0..1. */
    public double value(int index) {
        int from = Objects.checkIndex(index, size) * CAPABILITIES;
        return Fingerprint.trainable(capabilities, from) / 255.0;
    }

    /** Positions, as a bit set, of the items with some content: a system prompt, tool list, opening or shingle. */
    public int having(ContentSet content) {
        return having(content, 0, SIZE);
    }

    /** Whether so many items or more have some content. */
    public boolean has(ContentSet content, int least) {
        return Integer.bitCount(having(content, least, least)) >= least;
    }

    /**
     * Positions of items with some content: of all, or of some once it is certain that they are enough or too few.
     *
     * @param least items that are too few if they cannot be reached
     * @param enough items that are enough
     */
    private int having(ContentSet content, int least, int enough) {
        int found = 0;
        for (int i = 0; i < size && Integer.bitCount(found) < enough; i++) {
            boolean has = content.containsAny(rows, i * width + TOOLS, (i + 1) * width);
            found |= has ? 1 << i : 0;
        }
        int asked = -1;
        boolean answer = false;
        int left = (1 << size) - 1 & ~found;
        while (left != 0 && Integer.bitCount(found) < enough && Integer.bitCount(found | left) >= least) {
            int i = Integer.numberOfTrailingZeros(left);
            answer = asked >= 0 && systems[asked] == systems[i] ? answer : systemHas(i, content);
            asked = i;
            found |= answer ? 1 << i : 0;
            left &= left - 1;
        }
        return found;
    }

    private boolean systemHas(int index, ContentSet content) {
        return content.contains(systems[index]) || content.containsAny(systemShingles[index]);
    }

    /** What of some content an item's turn begins with or has as a shingle. */
    public LongOpenHashSet turn(int index, LongOpenHashSet content) {
        LongOpenHashSet found = new LongOpenHashSet();
        int row = Objects.checkIndex(index, size) * width;
        for (int i = row + OPENING; i < row + width; i++) {
            if (content.contains(rows[i])) {
                found.add(rows[i]);
            }
        }
        return found;
    }

    /** Positions, as a bit set, of the items with one tool list, opening or shingle of the turn. */
    public int havingInTurn(long content) {
        int found = 0;
        for (int i = 0; i < size; i++) {
            boolean has = false;
            for (int j = i * width + TOOLS; j < (i + 1) * width; j++) {
                has |= rows[j] == content;
            }
            found |= has ? 1 << i : 0;
        }
        return found;
    }

    /** Positions, as a bit set, of the items with one system prompt or shingle of it. */
    public int havingInSystem(long content) {
        int found = 0;
        boolean has = false;
        for (int i = 0; i < size; i++) {
            has = i > 0 && systems[i] == systems[i - 1] ? has : systemHas(i, content);
            found |= has ? 1 << i : 0;
        }
        return found;
    }

    private boolean systemHas(int index, long content) {
        boolean has = systems[index] == content;
        for (long shingle : systemShingles[index]) {
            has |= shingle == content;
        }
        return has;
    }
}
