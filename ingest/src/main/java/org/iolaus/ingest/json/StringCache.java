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

    private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];

    private record Entry(byte[] key, String value) {}

    /** The string of a slice of valid UTF-8. */
    public String get(byte[] bytes, int offset, int length) {
        if (length > MAX_LENGTH) {
            return new String(bytes, offset, length, UTF_8);
        }
        int slot = slot(bytes, offset, length);
        Entry entry = entries[slot];
        if (entry != null && Arrays.equals(entry.key, 0, entry.key.length, bytes, offset, offset + length)) {
            return entry.value;
        }
        String value = new String(bytes, offset, length, UTF_8);
        entries[slot] = new Entry(Arrays.copyOfRange(bytes, offset, offset + length), value);
        return value;
    }

    private static int slot(byte[] bytes, int offset, int length) {
        long hash = Words.first(bytes, offset, length) ^ length;
        int last = offset + length - 8;
        for (int i = offset + 8; i < last; i += 8) {
            hash = mixed(hash) ^ Words.at(bytes, i);
        }
        if (length > 8) {
            hash = mixed(hash) ^ Words.at(bytes, last);
        }
        return (int) (mixed(hash) * 0xBF58_476D_1CE4_E5B9L >>> 50);
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E37_79B9_7F4A_7C15L;
        return product ^ product >>> 32;
    }
}
