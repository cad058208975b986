package org.iolaus.service.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteSink} has written. What is no such thing ends in an {@link IndexOutOfBoundsException} or an {@link
 * IllegalArgumentException}, never in much memory. Not thread-safe.
 */
final class ByteSource {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private final List<String> strings = new ArrayList<>();
    private int at;

    ByteSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = Objects.checkFromToIndex(from, end, bytes.length);
        this.end = end;
    }

    boolean isEmpty() {
        return at == end;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number must be at most ten bytes long");
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    long hash() {
        Objects.checkFromIndexSize(at, 8, end);
        long value = (long) LONG.get(bytes, at);
        at += 8;
        return value;
    }

    long[] hashes() {
        int length = count(8);
        long[] values = new long[length];
        for (int i = 0; i < length; i++) {
            values[i] = hash();
        }
        return values;
    }

    int octet() {
        return bytes[Objects.checkIndex(at++, end)] & 0xff;
    }

    byte[] octets() {
        int length = count(1);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** How many things of at least so many bytes each follow. */
    int count(int bytesEach) {
        long count = number();
        if (count < 0 || count > (end - at) / bytesEach) {
            throw new IllegalArgumentException("a count of " + count + " must fit into " + (end - at) + " bytes");
        }
        return (int) count;
    }

    @Nullable
    String string() {
        long index = number();
        if (index == 0) {
            return null;
        }
        if (index > 1) {
            return strings.get((int) Math.min(Integer.MAX_VALUE, index - 2));
        }
        String value = new String(octets(), StandardCharsets.UTF_8);
        strings.add(value);
        return value;
    }

    String text() {
        return Objects.requireNonNull(string(), "a string must not be absent");
    }
}
