package org.iolaus.watermark.kgw;

/**
 * MT19937 with 32-bit output, seeded by one word: the generator behind PyTorch's CPU tensors.
 *
 * <p>M. Matsumoto and T. Nishimura, Mersenne Twister, ACM TOMACS 8 (1998), with their seeding of 2002. Not thread-safe.
 */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER = 0x80000000;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    void seed(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        next = SIZE;
    }

    /** The next 32 bits as a number from 0 to 2³² − 1. */
    long next() {
        if (next == SIZE) {
            twist();
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= word << 7 & 0x9d2c5680;
        word ^= word << 15 & 0xefc60000;
        word ^= word >>> 18;
        return Integer.toUnsignedLong(word);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int word = state[i] & UPPER | state[i + 1 == SIZE ? 0 : i + 1] & ~UPPER;
            int far = i + MIDDLE;
            state[i] = state[far < SIZE ? far : far - SIZE] ^ word >>> 1 ^ (word & 1) * TWIST;
        }
        next = 0;
    }
}
