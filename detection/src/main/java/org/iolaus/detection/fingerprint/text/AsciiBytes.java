package org.iolaus.detection.fingerprint.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text as one big-endian number, told apart by arithmetic: the first byte is the highest. */
final class AsciiBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long CASE_BITS = ONES << 5;

    private AsciiBytes() {}

    static long at(byte[] text, int index) {
        return (long) LONGS.get(text, index);
    }

    /** The same with letters in lower case; means something for letters and digits only. */
    static long lower(long word) {
        return word | CASE_BITS;
    }

    /** Marks the high bit of each byte that is a letter. */
    static long letters(long word) {
        return within(lower(word), 'a', 'z');
    }

    /** Marks the high bit of each byte that is a digit. */
    static long digits(long word) {
        return within(word, '0', '9');
    }

    /** How many bytes are marked before the first that is not. */
    static int leading(long marks) {
        return Long.numberOfLeadingZeros(~marks & HIGH_BITS) >>> 3;
    }

    private static long within(long word, int min, int max) {
        long low = word & ~HIGH_BITS;
        return low + ONES * (0x80 - min) & ~(low + ONES * (0x7f - max)) & ~word & HIGH_BITS;
    }
}
