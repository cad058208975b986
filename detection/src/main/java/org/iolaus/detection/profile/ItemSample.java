package org.iolaus.detection.profile;

import org.iolaus.detection.fingerprint.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A uniform sample of the distinct items a subject asked about: those with the smallest keyed hashes. The same hash
 * decides in every subject, so samples of two subjects can be compared item by item. Merging is commutative.
 *
 * <p>Paper: E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007. Distinct counts from it have a
 * relative error of about 1/√(size − 2).
 */
public final class ItemSample {
    /** Items kept. */
    public static final int SIZE = 24;

    private final @Nullable Entry[] entries = new Entry[SIZE];
    private int size;

    /** One sampled item. */
    public static final class Entry {
        private final long item;
        private final long system;
        private final long tools;
        private final long opening;
        private final long ip;
        private final long[] shingles;
        private final long[] systemShingles;
        private final byte[] capabilities;
        private final int trainable;
        private int count;

        private Entry(Fingerprint fingerprint) {
            item = fingerprint.item();
            system = fingerprint.system();
            tools = fingerprint.tools();
            opening = fingerprint.opening();
            ip = fingerprint.ip();
            shingles = fingerprint.shingles();
            systemShingles = fingerprint.systemShingles();
            capabilities = fingerprint.capabilities();
            trainable = fingerprint.trainable();
        }

        public long item() {
            return item;
        }

        public long system() {
            return system;
        }

        public long tools() {
            return tools;
        }

        public long opening() {
            return opening;
        }

        /** Address the item came from. */
        public long ip() {
            return ip;
        }

        /** Sampled shingles of the turn; do not modify. */
        public long[] shingles() {
            return shingles;
        }

        /** Sampled shingles of the system prompt; do not modify. */
        public long[] systemShingles() {
            return systemShingles;
        }

        /** Capability scores in 0..255; do not modify. */
        public byte[] capabilities() {
            return capabilities;
        }

        /** How much the item asks for what is worth training on, 0..1. */
        public double value() {
            return trainable / 255.0;
        }

        /** How often the subject asked for the item since it entered the sample. */
        public int count() {
            return count;
        }
    }

    void add(Fingerprint fingerprint) {
        long item = fingerprint.item();
        if (item == 0 || (size == SIZE && Long.compareUnsigned(item, get(size - 1).item) > 0)) {
            return;
        }
        int at = 0;
        while (at < size && Long.compareUnsigned(get(at).item, item) < 0) {
            at++;
        }
        if (at == size || get(at).item != item) {
            if (size < SIZE) {
                size++;
            }
            System.arraycopy(entries, at, entries, at + 1, size - 1 - at);
            entries[at] = new Entry(fingerprint);
        }
        get(at).count++;
    }

    public int size() {
        return size;
    }

    /** The entry at a position, in ascending order of the item's unsigned hash. */
    public Entry get(int index) {
        Entry entry = entries[index];
        if (entry == null || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " must be below size " + size);
        }
        return entry;
    }

    /** Largest unsigned hash that is certain to be sampled; every smaller item of the subject is in the sample. */
    public long threshold() {
        return size < SIZE ? -1L : get(size - 1).item;
    }

    /** Estimated number of distinct items. */
    public double distinctItems() {
        if (size < SIZE) {
            return size;
        }
        double fraction = (get(size - 1).item >>> 1) / 0x1p63;
        return (SIZE - 1) / fraction;
    }
}
