package org.iolaus.detection.fingerprint.text;

import java.util.Arrays;

/**
 * Sampled shingles of a text. A shingle is as many consecutive tokens as reach a fixed weight, digits folded, so about
 * five words or eight ideographs; it depends on its own tokens only. One threshold over keyed hashes, the same for every
 * text, decides which are kept, so two texts that share a sampled shingle both keep it, unless a text has more than it
 * may keep: then the smallest stay, which favours the same ones everywhere.
 *
 * <p>Window hashes are differences of prefix polynomials over keyed token hashes: one multiplication a token.
 */
public final class Shingles {
    private static final long BASE = 0x9fb21c651e98df25L;
    private static final int MAX_LENGTH = 64;

    private final long key;
    private final int weight;
    private final long threshold;
    private final long[] powers = new long[MAX_LENGTH + 1];
    private long[] prefixes = new long[1025];

    /** Samples a share {@code rate} of all shingles of {@code words} words. */
    public Shingles(long key, int words, double rate) {
        this.key = key;
        this.weight = words * Tokens.WORD_WEIGHT;
        this.threshold = rate >= 1 ? Long.MAX_VALUE : (long) (rate * 0x1p63);
        powers[0] = 1;
        for (int i = 1; i <= MAX_LENGTH; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
    }

    /** The sampled shingles, ascending, at most {@code max}; of a text shorter than one shingle, the whole text. */
    public long[] sample(Tokens tokens, int max) {
        int size = tokens.size();
        if (size == 0 || max == 0) {
            return EMPTY;
        }
        readPrefixes(tokens);
        long[] kept = new long[max];
        int count = 0;
        int last = 0;
        int total = 0;
        long limit = threshold;
        for (int first = 0; first < size; first++) {
            while (last < size && total < weight && last - first < MAX_LENGTH) {
                total += tokens.weight(last++);
            }
            if (total < weight && last - first < MAX_LENGTH && first > 0) {
                break;
            }
            boolean whole = first == 0 && last == size;
            long hash = hash(first, last);
            if (hash <= limit || whole) {
                count = insert(kept, count, hash);
                limit = count == max ? Math.min(limit, kept[max - 1]) : limit;
            }
            total -= tokens.weight(first);
        }
        return finish(kept, count);
    }

    private static final long[] EMPTY = new long[0];

    private void readPrefixes(Tokens tokens) {
        int size = tokens.size();
        if (prefixes.length <= size) {
            prefixes = new long[2 * size];
        }
        long prefix = 0;
        for (int i = 0; i < size; i++) {
            prefix = prefix * BASE + Mixer.mix(tokens.folded(i), key);
            prefixes[i + 1] = prefix;
        }
    }

    /** 63 bits, so that signed and unsigned order agree. */
    private long hash(int first, int last) {
        long window = prefixes[last] - prefixes[first] * powers[last - first];
        return Mixer.mix(window, key) >>> 1;
    }

    /** Keeps the smallest distinct hashes, ascending. */
    private static int insert(long[] kept, int count, long hash) {
        int at = count;
        while (at > 0 && kept[at - 1] > hash) {
            at--;
        }
        if (at == kept.length || (at > 0 && kept[at - 1] == hash)) {
            return count;
        }
        int grown = Math.min(count + 1, kept.length);
        System.arraycopy(kept, at, kept, at + 1, grown - at - 1);
        kept[at] = hash;
        return grown;
    }

    /** Spreads the sampled hashes, which all are small, over 64 bits again. */
    private long[] finish(long[] kept, int count) {
        long[] result = new long[count];
        for (int i = 0; i < count; i++) {
            result[i] = Mixer.nonZero(Mixer.mix(kept[i], key));
        }
        Arrays.sort(result);
        return result;
    }
}
