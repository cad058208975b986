package org.iolaus.watermark.kgw;

import java.util.Arrays;
import java.util.BitSet;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.SipHash;

/**
 * The green list after each token under one key, by the seeding {@code simple_1}: the generator is seeded with the hash
 * key times the last token, permutes the vocabulary by Fisher and Yates, and the first tokens of the permutation are
 * green.
 *
 * <p>Equal bit for bit to github.com/jwkirchenbauer/lm-watermarking where its generator lives on a CPU; a generator on a
 * GPU draws other lists. Only the seed's lower 32 bits count, so after token 0 the list is the same under every key. A
 * list costs one step a green token and a copy of the vocabulary; the last one is kept. Not thread-safe.
 */
public final class GreenLists {
    /** The hash key of the reference implementation, which everybody knows. */
    public static final long PUBLISHED_KEY = 15485863;

    private static final long HASH_KEY = 0x6b6579206f66206bL;

    private final long hashKey;
    private final int[] vocabulary;
    private final int[] permutation;
    private final int greenTokens;
    private final MersenneTwister generator = new MersenneTwister();
    private final BitSet green = new BitSet();
    private int lastToken = -1;

    /** @param hashKey of the reference implementation, of which the lower 32 bits count */
    public GreenLists(Scheme.Kgw scheme, long hashKey) {
        this.hashKey = hashKey;
        this.vocabulary = new int[scheme.vocabularySize()];
        Arrays.setAll(vocabulary, token -> token);
        this.permutation = new int[vocabulary.length];
        this.greenTokens = scheme.greenTokens();
    }

    /** The lists under a secret. */
    public static GreenLists of(Scheme.Kgw scheme, MarkKey key) {
        return new GreenLists(scheme, hashKey(key));
    }

    /** The hash key drawn from a secret: odd, so that no two tokens below 2³² share a seed, and below 2³¹. */
    public static long hashKey(MarkKey key) {
        return SipHash.hash(key.low(), key.high(), 0, HASH_KEY) >>> 33 | 1;
    }

    /** Whether this key decides the list after a token; the list after token 0 is nobody's. */
    public static boolean isKeyed(int lastToken) {
        return lastToken != 0;
    }

    /** Whether a token is green after another one. */
    public boolean isGreen(int lastToken, int token) {
        return after(lastToken).get(token);
    }

    /** The green tokens after a token. Valid until the next call. */
    public BitSet after(int token) {
        if (token < 0 || token >= vocabulary.length) {
            throw new IllegalArgumentException(
                    "token is %d, must be below the vocabulary's size %d".formatted(token, vocabulary.length));
        }
        if (token != lastToken) {
            draw((int) (hashKey * token));
            lastToken = token;
        }
        return green;
    }

    private void draw(int seed) {
        generator.seed(seed);
        System.arraycopy(vocabulary, 0, permutation, 0, vocabulary.length);
        green.clear();
        for (int i = 0; i < greenTokens; i++) {
            int other = i + (int) (generator.next() % (vocabulary.length - i));
            green.set(permutation[other]);
            permutation[other] = permutation[i];
        }
    }
}
