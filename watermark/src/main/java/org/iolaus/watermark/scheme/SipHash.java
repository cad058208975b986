package org.iolaus.watermark.scheme;

/**
 * SipHash-2-4 of one or two words of 64 bits: the keyed pseudorandom function behind every native mark.
 *
 * <p>J.-P. Aumasson and D. J. Bernstein, SipHash: a fast short-input PRF, INDOCRYPT 2012. The words are hashed as eight
 * or sixteen bytes in little-endian order, so values equal those of any other implementation.
 */
public final class SipHash {
    private static final long V0 = 0x736f6d6570736575L;
    private static final long V1 = 0x646f72616e646f6dL;
    private static final long V2 = 0x6c7967656e657261L;
    private static final long V3 = 0x7465646279746573L;
    private static final long EIGHT_BYTES = 8L << 56;
    private static final long SIXTEEN_BYTES = 16L << 56;

    private SipHash() {}

    /** The hash of one word. */
    public static long hash(MarkKey key, long word) {
        return hash(key.low(), key.high(), word);
    }

    /** The hash of one word under the secret (low, high). */
    public static long hash(long low, long high, long word) {
        return hash(low, high, word, word, 1, EIGHT_BYTES);
    }

    /** The hash of two words under the secret (low, high). */
    public static long hash(long low, long high, long first, long second) {
        return hash(low, high, first, second, 2, SIXTEEN_BYTES);
    }

    private static long hash(long low, long high, long first, long second, int words, long length) {
        long v0 = V0 ^ low;
        long v1 = V1 ^ high;
        long v2 = V2 ^ low;
        long v3 = V3 ^ high;
        long word = first;
        for (int block = 0; block < words; block++) {
            v3 ^= word;
            for (int i = 0; i < 2; i++) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
            word = second;
        }
        return finish(v0, v1, v2, v3, length);
    }

    private static long finish(long a, long b, long c, long d, long length) {
        long v0 = a;
        long v1 = b;
        long v2 = c;
        long v3 = d ^ length;
        for (int i = 0; i < 6; i++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
            if (i == 1) {
                v0 ^= length;
                v2 ^= 0xff;
            }
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
