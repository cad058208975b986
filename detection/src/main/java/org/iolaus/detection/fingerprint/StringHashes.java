package org.iolaus.detection.fingerprint;

import org.jspecify.annotations.Nullable;

/** A lossy cache of {@link Hashes#string}: most strings come again, many of them in the same exchange. One a thread. */
final class StringHashes {
    private static final int SLOTS = 1 << 10;

    private final Hashes hashes;
    private final @Nullable String[] strings = new @Nullable String[SLOTS];
    private final long[] values = new long[SLOTS];

    StringHashes(Hashes hashes) {
        this.hashes = hashes;
    }

    /** Hash of a string; 0 if there is none. */
    long of(@Nullable String value) {
        if (value == null) {
            return 0;
        }
        int hash = value.hashCode() * 0x9e3779b9;
        int slot = hash >>> 22;
        if (!value.equals(strings[slot])) {
            strings[slot] = value;
            values[slot] = hashes.string(value);
        }
        return values[slot];
    }
}
