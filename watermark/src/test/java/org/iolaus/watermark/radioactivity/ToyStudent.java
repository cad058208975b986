package org.iolaus.watermark.radioactivity;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A model of three-word sequences: what followed two words in training, as often as it did; else what followed one. */
final class ToyStudent {
    private static final int BITS = 13;

    private final long[] triples;
    private final int[] pairs;

    ToyStudent(int[] training) {
        triples = new long[training.length - 2];
        pairs = new int[training.length - 2];
        for (int i = 0; i < triples.length; i++) {
            triples[i] = ((long) training[i] << 2 * BITS) | ((long) training[i + 1] << BITS) | training[i + 2];
            pairs[i] = (int) (triples[i] & ((1L << 2 * BITS) - 1));
        }
        Arrays.sort(triples);
        Arrays.sort(pairs);
    }

    /** A token drawn after two others. */
    int sample(int before, int last, RandomGenerator random) {
        long prefix = ((long) before << BITS) | last;
        int from = first(prefix << BITS);
        int to = first((prefix + 1) << BITS);
        if (from < to) {
            return (int) (triples[random.nextInt(from, to)] & (ToyTeacher.WORDS - 1));
        }
        int first = firstPair(last << BITS);
        int end = firstPair((last + 1) << BITS);
        return first < end
                ? pairs[random.nextInt(first, end)] & (ToyTeacher.WORDS - 1)
                : random.nextInt(ToyTeacher.WORDS);
    }

    /** How often each token followed {@code last} in training. */
    int[] countsAfter(int last) {
        int[] counts = new int[ToyTeacher.WORDS];
        for (int i = firstPair(last << BITS); i < firstPair((last + 1) << BITS); i++) {
            counts[pairs[i] & (ToyTeacher.WORDS - 1)]++;
        }
        return counts;
    }

    private int first(long key) {
        int at = lowerBound(key);
        return at;
    }

    private int lowerBound(long key) {
        int low = 0;
        int high = triples.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (triples[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstPair(int key) {
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
