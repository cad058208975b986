package org.iolaus.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A lossy cache from UTF-8 bytes to strings, for values that come again and again: names of models, accounts, clients.
 * Each slot keeps what was asked for last. Not thread-safe.
 */
public final class StringCache {
    private static final int SLOTS = 1 << 14;
    private static final int MAX_LENGTH = 256;

    private final byte @Nullable [][] keys = new byte @Nullable [SLOTS][];
    private final @Nullable String[] values = new @Nullable String[SLOTS];

    /** The string of a slice of valid UTF-8. */
    public String get(byte[] bytes, int offset, int length) {
        if (length > MAX_LENGTH) {
            return new String(bytes, offset, length, UTF_8);
        }
        int slot = slot(bytes, offset, length);
        byte[] key = keys[slot];
        String value = values[slot];
        if (key != null && value != null && Arrays.equals(key, 0, key.length, bytes, offset, offset + length)) {
            return value;
        }
        String made = new String(bytes, offset, length, UTF_8);
        keys[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
        values[slot] = made;
        return made;
    }

    private static int slot(byte[] bytes, int offset, int length) {
        long hash = length;
        int i = offset;
        int end = offset + length;
        for (; i + 8 <= end; i += 8) {
            hash = (hash ^ Words.at(bytes, i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 32;
        }
        for (; i < end; i++) {
            hash = (hash ^ bytes[i]) * 0x9E37_79B9_7F4A_7C15L;
        }
        return (int) ((hash ^ hash >>> 29) * 0xBF58_476D_1CE4_E5B9L >>> 50);
    }
}
