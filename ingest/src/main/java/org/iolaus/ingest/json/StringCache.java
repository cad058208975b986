package org.iolaus.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A lossy cache from UTF-8 bytes to strings, for values that come again and again: names of models, accounts, clients.
 * Each slot keeps what was asked for last. What tells its string from others lies in one row of a flat table, so that
 * one look in memory finds it. Not thread-safe.
 */
public final class StringCache {
    private static final int SLOT_BITS = 14;
    private static final int MAX_LENGTH = 256;
    /** Longs in a row: the string's words, its last one and its length, and room to make a line of the processor's cache. */
    private static final int WIDTH = 8;

    private static final int WORDS = 4;
    private static final int LAST = WORDS;
    private static final int LENGTH = WORDS + 1;
    /** Longest string that a row tells from all others. */
    private static final int ROW_LENGTH = 8 * WORDS + 8;

    private final long[] rows = new long[WIDTH << SLOT_BITS];
    private final @Nullable String[] values = new @Nullable String[1 << SLOT_BITS];
    /** Bytes of the strings that are too long for a row. */
    private final byte[][] keys = new byte[1 << SLOT_BITS][];

    /** The string of a slice of valid UTF-8. */
    public String get(byte[] bytes, int offset, int length) {
        if (length > MAX_LENGTH) {
            return new String(bytes, offset, length, UTF_8);
        }
        long first = Words.first(bytes, offset, length);
        long second = length > 16 ? Words.at(bytes, offset + 8) : 0;
        long third = length > 24 ? Words.at(bytes, offset + 16) : 0;
        long fourth = length > 32 ? Words.at(bytes, offset + 24) : 0;
        long last = length > 8 ? Words.at(bytes, offset + length - 8) : 0;
        long hash = mixed(mixed(mixed(mixed(first ^ length) ^ second) ^ third) ^ fourth) ^ last;
        for (int i = offset + 8 * WORDS; i < offset + length - 8; i += 8) {
            hash = mixed(hash) ^ Words.at(bytes, i);
        }
        int slot = (int) (mixed(hash) * 0xBF58_476D_1CE4_E5B9L >>> Long.SIZE - SLOT_BITS);
        int row = slot * WIDTH;
        long difference = (rows[row] ^ first)
                | (rows[row + 1] ^ second)
                | (rows[row + 2] ^ third)
                | (rows[row + 3] ^ fourth)
                | (rows[row + LAST] ^ last)
                | (rows[row + LENGTH] ^ length);
        String value = values[slot];
        boolean same = difference == 0
                && (length <= ROW_LENGTH || Arrays.equals(keys[slot], 0, length, bytes, offset, offset + length));
        if (same && value != null) {
            return value;
        }
        rows[row] = first;
        rows[row + 1] = second;
        rows[row + 2] = third;
        rows[row + 3] = fourth;
        rows[row + LAST] = last;
        rows[row + LENGTH] = length;
        return put(slot, bytes, offset, length);
    }

    private String put(int slot, byte[] bytes, int offset, int length) {
        String value = new String(bytes, offset, length, UTF_8);
        values[slot] = value;
        if (length > ROW_LENGTH) {
            keys[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
        }
        return value;
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E37_79B9_7F4A_7C15L;
        return product ^ product >>> 32;
    }
}
