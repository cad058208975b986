package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Numbers of JSON as doubles. Short ones are exact quotients of two exact doubles, hence correctly rounded. */
final class Decimals {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimals() {}

    /** The value of a number whose grammar has been checked. */
    static double parse(byte[] bytes, int offset, int length) {
        if (length >= POWERS_OF_TEN.length || bytes[offset] == '-') {
            return slow(bytes, offset, length);
        }
        long digits = 0;
        int end = offset + length;
        int point = end - 1;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (b == '.') {
                point = i;
            } else if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
            } else {
                return slow(bytes, offset, length);
            }
        }
        return digits / POWERS_OF_TEN[end - 1 - point];
    }

    private static double slow(byte[] bytes, int offset, int length) {
        return Double.parseDouble(new String(bytes, offset, length, US_ASCII));
    }
}
