package org.iolaus.watermark.tracing;

import java.util.Arrays;
import java.util.List;
import org.iolaus.watermark.scheme.GumbelNoise;
import org.iolaus.watermark.scheme.MarkKey;

/**
 * A few hundred keys, hashed side by side: each half round of SipHash is one loop over all of them, which the just-in-time
 * compiler turns into vector instructions, over arrays that stay in the processor's first cache.
 *
 * <p>Scores are kept as products, −Σ ln r = −ln Π r: a multiplication a token in place of a logarithm. A factor is at least
 * 2⁻⁵³, so fifteen of them times a number of at least 1 stay above the smallest normal double; then the exponent is set
 * aside. Each product rounds by a share of at most 2⁻⁵³, so a sum over n tokens is off by at most n · 2⁻⁵², whatever its
 * size, and a p-value by at most that share of itself, as no Gamma tail falls faster than e⁻ˣ. Not thread-safe.
 */
final class KeyBlock {
    /** Most keys of a block. */
    static final int SIZE = 256;

    private static final int FACTORS = 15;

    private final int keys;
    private final long[] low = new long[SIZE];
    private final long[] high = new long[SIZE];
    private final long[] v0 = new long[SIZE];
    private final long[] v1 = new long[SIZE];
    private final long[] v2 = new long[SIZE];
    private final long[] v3 = new long[SIZE];
    private final double[] product = new double[SIZE];
    private final double[] exponent = new double[SIZE];

    KeyBlock(List<MarkKey> keys) {
        this.keys = keys.size();
        for (int i = 0; i < this.keys; i++) {
            low[i] = keys.get(i).low();
            high[i] = keys.get(i).high();
        }
    }

    /** Writes each key's sum of exponential scores over the pairs, from {@code offset} on. */
    void sums(long[] pairs, double[] sums, int offset) {
        Arrays.fill(product, 1);
        Arrays.fill(exponent, 0);
        for (int i = 0; i < pairs.length; i++) {
            hash(pairs[i]);
            multiply();
            if (i % FACTORS == FACTORS - 1) {
                setExponentsAside();
            }
        }
        for (int i = 0; i < keys; i++) {
            sums[offset + i] = Math.max(0, -Math.log(product[i]) - exponent[i] * Math.log(2));
        }
    }

    private void hash(long word) {
        start(v0, v1, v2, v3, low, high, word);
        for (int i = 0; i < 2; i++) {
            firstHalf(v0, v1, v2, v3);
            secondHalf(v0, v1, v2, v3);
        }
        turn(v0, v3, word);
        for (int i = 0; i < 2; i++) {
            firstHalf(v0, v1, v2, v3);
            secondHalf(v0, v1, v2, v3);
        }
        end(v0, v2);
        for (int i = 0; i < 4; i++) {
            firstHalf(v0, v1, v2, v3);
            secondHalf(v0, v1, v2, v3);
        }
    }

    private static void start(long[] v0, long[] v1, long[] v2, long[] v3, long[] low, long[] high, long word) {
        for (int i = 0; i < SIZE; i++) {
            v0[i] = 0x736f6d6570736575L ^ low[i];
            v1[i] = 0x646f72616e646f6dL ^ high[i];
            v2[i] = 0x6c7967656e657261L ^ low[i];
            v3[i] = 0x7465646279746573L ^ high[i] ^ word;
        }
    }

    private static void turn(long[] v0, long[] v3, long word) {
        for (int i = 0; i < SIZE; i++) {
            v0[i] ^= word;
            v3[i] ^= 8L << 56;
        }
    }

    private static void end(long[] v0, long[] v2) {
        for (int i = 0; i < SIZE; i++) {
            v0[i] ^= 8L << 56;
            v2[i] ^= 0xff;
        }
    }

    private static void firstHalf(long[] v0, long[] v1, long[] v2, long[] v3) {
        for (int i = 0; i < SIZE; i++) {
            long a = v0[i] + v1[i];
            long c = v2[i] + v3[i];
            v1[i] = Long.rotateLeft(v1[i], 13) ^ a;
            v3[i] = Long.rotateLeft(v3[i], 16) ^ c;
            v0[i] = Long.rotateLeft(a, 32);
            v2[i] = c;
        }
    }

    private static void secondHalf(long[] v0, long[] v1, long[] v2, long[] v3) {
        for (int i = 0; i < SIZE; i++) {
            long c = v2[i] + v1[i];
            long a = v0[i] + v3[i];
            v1[i] = Long.rotateLeft(v1[i], 17) ^ c;
            v3[i] = Long.rotateLeft(v3[i], 21) ^ a;
            v2[i] = Long.rotateLeft(c, 32);
            v0[i] = a;
        }
    }

    private void multiply() {
        multiply(product, v0, v1, v2, v3);
    }

    private static void multiply(double[] product, long[] v0, long[] v1, long[] v2, long[] v3) {
        for (int i = 0; i < SIZE; i++) {
            product[i] *= (((v0[i] ^ v1[i] ^ v2[i] ^ v3[i]) >>> 11) + 1) * GumbelNoise.UNIT;
        }
    }

    private void setExponentsAside() {
        for (int i = 0; i < SIZE; i++) {
            int power = Math.getExponent(product[i]);
            product[i] = Math.scalb(product[i], -power);
            exponent[i] += power;
        }
    }
}
