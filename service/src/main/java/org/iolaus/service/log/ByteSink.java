package org.iolaus.service.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Growing bytes. Numbers are written in seven bits a byte, hashes in eight bytes, little end first. A string is written
 * once; later on it is a number. Not thread-safe.
 */
final class ByteSink {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;
    private final Map<String, Integer> strings = new HashMap<>();

    ByteSink(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be negative. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void hash(long value) {
        room(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    void hashes(long[] values) {
        number(values.length);
        for (long value : values) {
            hash(value);
        }
    }

    void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void octets(byte[] values) {
        number(values.length);
        room(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
    }

    void string(@Nullable String value) {
        if (value == null) {
            octet(0);
            return;
        }
        Integer known = strings.putIfAbsent(value, strings.size() + 2);
        if (known != null) {
            number(known);
        } else {
            octet(1);
            octets(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    int size() {
        return size;
    }

    /** What was written, in an array that may be longer. */
    byte[] array() {
        return bytes;
    }
}
