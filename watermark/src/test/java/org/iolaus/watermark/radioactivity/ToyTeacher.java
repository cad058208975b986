package org.iolaus.watermark.radioactivity;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.iolaus.watermark.sampling.Candidates;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.SipHash;

/**
 * A language of 8,192 words in which the last word decides on fifty that may follow, and the word before it on how likely
 * each is; 3.7 bits a token.
 */
final class ToyTeacher {
    static final int WORDS = 8192;
    private static final int CANDIDATES = 50;
    private static final double FALL = Math.exp(-1 / 5.0);

    private final int[][] candidates = new int[WORDS][CANDIDATES];
    private final double[] weights = new double[CANDIDATES];

    ToyTeacher() {
        for (int last = 0; last < WORDS; last++) {
            for (int i = 0; i < CANDIDATES; i++) {
                double u = (SipHash.hash(1, 2, last, i) >>> 11) * 0x1p-53;
                candidates[last][i] = (int) (WORDS * u * u);
            }
        }
        double sum = (1 - Math.pow(FALL, CANDIDATES)) / (1 - FALL);
        Arrays.setAll(weights, i -> Math.pow(FALL, i) / sum);
    }

    /** Bits of choice a token. */
    double entropy() {
        return -Arrays.stream(weights).map(p -> p * Math.log(p) / Math.log(2)).sum();
    }

    /** A text without a mark. */
    int[] write(int length, RandomGenerator random) {
        int[] text = start(length, random);
        for (int i = 2; i < length; i++) {
            double u = random.nextDouble();
            int rank = 0;
            while (rank < CANDIDATES - 1 && u >= weights[rank]) {
                u -= weights[rank++];
            }
            text[i] = candidates[text[i - 1]][candidate(text[i - 2], text[i - 1], rank)];
        }
        return text;
    }

    /** A text that carries a mark. */
    int[] write(int length, Scheme scheme, Keying keying, RandomGenerator random) {
        int[] text = start(length, random);
        MarkedSampler sampler = MarkedSampler.of(scheme, keying, new Random(random.nextLong()));
        sampler.append(text[0]);
        sampler.append(text[1]);
        for (int i = 2; i < length; i++) {
            text[i] = sampler.sample(distribution(text[i - 2], text[i - 1]));
        }
        return text;
    }

    private Candidates distribution(int before, int last) {
        int[] tokens = new int[CANDIDATES];
        for (int rank = 0; rank < CANDIDATES; rank++) {
            tokens[rank] = candidates[last][candidate(before, last, rank)];
        }
        return Candidates.of(tokens, weights);
    }

    private static int candidate(int before, int last, int rank) {
        return (rank + (int) Long.remainderUnsigned(SipHash.hash(3, 4, before, last), CANDIDATES)) % CANDIDATES;
    }

    private static int[] start(int length, RandomGenerator random) {
        int[] text = new int[length];
        text[0] = random.nextInt(WORDS);
        text[1] = random.nextInt(WORDS);
        return text;
    }
}
