package org.iolaus.detection.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;

/**
 * A slice of a byte array that holds valid UTF-8. Readers point slices into their own buffers, so a slice is valid only
 * until the exchange that carries it has been fingerprinted; {@link #toString()} copies.
 *
 * @param bytes backing array, shared and never modified through this type
 * @param offset first byte of the slice
 * @param length number of bytes
 */
public record Utf8(byte[] bytes, int offset, int length) {
    public static final Utf8 EMPTY = new Utf8(new byte[0], 0, 0);

    public Utf8 {
        Objects.checkFromIndexSize(offset, length, bytes.length);
    }

    public static Utf8 of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Utf8(bytes, 0, bytes.length);
    }

    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public String toString() {
        return new String(bytes, offset, length, UTF_8);
    }
}
