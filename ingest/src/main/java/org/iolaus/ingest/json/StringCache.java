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
    /** Longest string that an entry's words tell from all others. */
    private static final int WORDS_LENGTH = 24;

    private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];

    /** A string and its bytes, the first eight and the last sixteen of up to 24 beside it to be compared at once. */
    private record Entry(long first, long middle, long last, byte[] key, String value) {
        boolean is(long first, long middle, long last, byte[] bytes, int offset, int length) {
            return this.first == first
                    && this.middle == middle
                    && this.last == last
                    && key.length == length
                    && (length <= WORDS_LENGTH || Arrays.equals(key, 0, length, bytes, offset, offset + length));
        }
    }

    /** The string of a slice of valid UTF-8. */
    public String get(byte[] bytes, int offset, int length) {
        if (length > MAX_LENGTH) {
            return new String(bytes, offset, length, UTF_8);
        }
        long first = Words.first(bytes, offset, length);
        long middle = length > 16 ? Words.at(bytes, offset + 8) : 0;
        long last = length > 8 ? Words.at(bytes, offset + length - 8) : 0;
        long hash = mixed(mixed(first ^ length) ^ middle) ^ last;
        for (int i = offset + 16; i < offset + length - 8; i += 8) {
            hash = mixed(hash) ^ Words.at(bytes, i);
        }
        int slot = (int) (mixed(hash) * 0xBF58_476D_1CE4_E5B9L >>> 50);
        Entry entry = entries[slot];
        if (entry != null && entry.is(first, middle, last, bytes, offset, length)) {
            return entry.value;
        }
        String value = new String(bytes, offset, length, UTF_8);
        byte[] key = Arrays.copyOfRange(bytes, offset, offset + length);
        entries[slot] = new Entry(first, middle, last, key, value);
        return value;
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E37_79B9_7F4A_7C15L;
        return product ^ product >>> 32;
    }
}
