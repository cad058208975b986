package org.iolaus.watermark.synthid;

import org.iolaus.watermark.scheme.ContextWindow;

/**
 * G-values of the reference implementation, bit for bit: github.com/google-deepmind/synthid-text, commit addb4a1,
 * written anew from its definition.
 *
 * <p>A hash h takes up a number d as (h + d) · a + 1 modulo 2⁶⁴, with Knuth's multiplier a. It starts from the digest of
 * the keys and takes up the window, the token and the layer's key; then twelve times the number 1, each time shifted
 * right by five bits with its sign. The g-value is bit 30. This is no cryptographic function: whoever sees many marked
 * texts may learn it. Costs thirteen multiplications a layer.
 */
record PublishedGValues(ContextWindow context, long start, long[] keys) implements GValues {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final int ROUNDS = 12;
    private static final int SHIFT = 64 / ROUNDS;
    private static final int BIT = 30;

    PublishedGValues(ContextWindow context, SynthIdKeys keys) {
        this(
                context,
                keys.start(),
                keys.layers().stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public int layers() {
        return keys.length;
    }

    @Override
    public long window(int[] tokens, int position) {
        long hash = start;
        for (int i = position - context.width(); i < position; i++) {
            hash = takeUp(hash, tokens[i]);
        }
        return hash;
    }

    @Override
    public long bits(long window, int token) {
        long hash = takeUp(window, token);
        long bits = 0;
        for (int layer = 0; layer < keys.length; layer++) {
            bits |= bit(takeUp(hash, keys[layer])) << layer;
        }
        return bits;
    }

    private static long bit(long keyed) {
        long hash = keyed;
        for (int i = 0; i < ROUNDS; i++) {
            hash = takeUp(hash, 1) >> SHIFT;
        }
        return hash >>> BIT & 1;
    }

    private static long takeUp(long hash, long number) {
        return (hash + number) * MULTIPLIER + 1;
    }
}
