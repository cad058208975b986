package org.iolaus.ingest.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: searches a byte array by arithmetic on little-endian words. */
public final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';
    private static final long LINE_FEEDS = ONES * '\n';

    private Words() {}

    /** The eight bytes from {@code index} on. */
    public static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** The first bytes of a slice, at most eight; those of a shorter one above zeros. */
    static long first(byte[] bytes, int offset, int length) {
        if (offset + 8 <= bytes.length) {
            long word = at(bytes, offset);
            return length >= 8 ? word : word & ~(-1L << 8 * length);
        }
        long word = 0;
        for (int i = 0; i < Math.min(length, 8); i++) {
            word |= (bytes[offset + i] & 0xffL) << 8 * i;
        }
        return word;
    }

    static void put(byte[] bytes, int index, long word) {
        LONGS.set(bytes, index, word);
    }

    static int firstByte(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Marks the high bit of the lowest byte that is a quote, a backslash or a control character. */
    static long stringEnds(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - SPACES) & ~word)) & HIGH_BITS;
    }

    static long backslashes(long word) {
        long backslash = word ^ BACKSLASHES;
        return (backslash - ONES) & ~backslash & HIGH_BITS;
    }

    private static long lineFeeds(long word) {
        long feed = word ^ LINE_FEEDS;
        return (feed - ONES) & ~feed & HIGH_BITS;
    }

    /** Index of the next line feed in {@code [from, to)}, or {@code to}. */
    public static int lineFeed(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 32 <= to
                && (lineFeeds(at(bytes, i))
                                | lineFeeds(at(bytes, i + 8))
                                | lineFeeds(at(bytes, i + 16))
                                | lineFeeds(at(bytes, i + 24)))
                        == 0) {
            i += 32;
        }
        for (; i + 8 <= to; i += 8) {
            long marks = lineFeeds(at(bytes, i));
            if (marks != 0) {
                return i + firstByte(marks);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Whether {@code [from, to)} holds nothing but white space. */
    public static boolean isBlank(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i == to;
    }

    static boolean hasNonAscii(long word) {
        return (word & HIGH_BITS) != 0;
    }

    /** Index of the next byte above 0x7F in {@code [from, to)}, or {@code to}. */
    static int nonAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long marks = at(bytes, i) & HIGH_BITS;
            if (marks != 0) {
                return i + firstByte(marks);
            }
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }
}
