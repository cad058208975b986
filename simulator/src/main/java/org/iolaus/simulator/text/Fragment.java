package org.iolaus.simulator.text;

import java.util.Arrays;

/**
 * Fixed text, ready to be put into a JSON string. Immutable.
 *
 * @param bytes UTF-8 with JSON's escapes
 * @param length characters, as {@link String#length()} counts them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Fragment(byte[] bytes, int length) {
    static Fragment of(String text) {
        return new Text().escape(text).from(0, 0);
    }

    /** A copy of a part of an array. */
    static Fragment copy(byte[] bytes, int from, int to, int length) {
        return new Fragment(Arrays.copyOfRange(bytes, from, to), length);
    }
}
