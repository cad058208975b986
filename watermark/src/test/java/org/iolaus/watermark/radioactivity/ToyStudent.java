package org.iolaus.watermark.radioactivity;

import java.util.Arrays;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** A model of three-word sequences: what followed two words in training, as often as it did; else what followed one. */
final class ToyStudent {
    private static final int BITS = 13;
    private static final int WORD = (1 << BITS) - 1;

    private final long[] triples;
    private final long[] pairs;

    ToyStudent(Collection<int[]> training) {
        int room = training.stream().mapToInt(text -> text.length - 2).sum();
        triples = new long[room];
        int at = 0;
        for (int[] text : training) {
            for (int i = 2; i < text.length; i++) {
                triples[at++] = ((long) text[i - 2] << 2 * BITS) | ((long) text[i - 1] << BITS) | text[i];
            }
        }
        pairs = Arrays.stream(triples)
                .map(triple -> triple & ((1L << 2 * BITS) - 1))
                .toArray();
        Arrays.parallelSort(triples);
        Arrays.parallelSort(pairs);
    }

    /** A text of its own. */
    int[] write(int length, RandomGenerator random) {
        int[] text = new int[length];
        text[0] = (int) pairs[random.nextInt(pairs.length)] & WORD;
        text[1] = text[0];
        for (int i = 2; i < length; i++) {
            text[i] = next(text[i - 2], text[i - 1], random);
        }
        return text;
    }

    /** How often each word followed {@code last}: its next-token scores. */
    float[] scores(int last) {
        float[] scores = new float[WORD + 1];
        for (int i = from(pairs, (long) last << BITS); i < from(pairs, (last + 1L) << BITS); i++) {
            scores[(int) pairs[i] & WORD]++;
        }
        return scores;
    }

    private int next(int before, int last, RandomGenerator random) {
        long prefix = ((long) before << BITS) | last;
        int drawn = draw(triples, prefix, random);
        return drawn >= 0 ? drawn : Math.max(0, draw(pairs, last, random));
    }

    /** A word that followed a prefix, or -1. */
    private static int draw(long[] sorted, long prefix, RandomGenerator random) {
        int from = from(sorted, prefix << BITS);
        int to = from(sorted, (prefix + 1) << BITS);
        return from < to ? (int) sorted[random.nextInt(from, to)] & WORD : -1;
    }

    /** Index of the first entry that is at least {@code key}. */
    private static int from(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
