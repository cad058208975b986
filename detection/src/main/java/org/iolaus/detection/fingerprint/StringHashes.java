package org.iolaus.detection.fingerprint;

import org.jspecify.annotations.Nullable;

/** A lossy cache of {@link Hashes#string}: most strings come again, many of them in the same exchange. One a thread. */
final class StringHashes {
    private static final int SLOTS = 1 << 10;

    private final Hashes hashes;
    private final @Nullable String[] strings = new @Nullable String[SLOTS];
    /** Hash codes of the strings, which tell most others apart without a look at them. */
    private final int[] codes = new int[SLOTS];

    private final long[] values = new long[SLOTS];

    StringHashes(Hashes hashes) {
        this.hashes = hashes;
    }

    /** Hash of a string; 0 if there is none. */
    long of(@Nullable String value) {
        if (value == null) {
            return 0;
        }
        int code = value.hashCode();
        int slot = code * 0x9e3779b9 >>> 22;
        if (codes[slot] != code || !value.equals(strings[slot])) {
            strings[slot] = value;
            codes[slot] = code;
            values[slot] = hashes.string(value);
        }
        return values[slot];
    }
}
