package org.iolaus.detection.fingerprint.text;

/**
 * The multiply-and-fold mixer of wyhash: the two halves of a 128-bit product, xor-ed. All 64 bits of both inputs reach
 * all 64 bits of the result.
 */
public final class Mixer {
    private static final long FIRST = 0xa0761d6478bd642fL;
    private static final long SECOND = 0xe7037ed1a0b428dbL;

    private Mixer() {}

    /** Hash of an ordered pair. */
    public static long mix(long a, long b) {
        long x = a ^ FIRST;
        long y = b ^ SECOND;
        return Math.unsignedMultiplyHigh(x, y) ^ (x * y);
    }

    /** The nearest hash that is not 0, which stands for "no value". */
    public static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
