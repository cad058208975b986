package org.iolaus.watermark.radioactivity;

import java.util.random.RandomGenerator;
import org.iolaus.watermark.scheme.SipHash;

/**
 * A language of 8,000 words in which the last word decides on fifty that may follow and the word before it on how likely
 * each is; 3.7 bits a token.
 */
final class ToyTeacher {
    static final int WORDS = 8192;
    static final int CANDIDATES = 50;

    private static final double FALL = Math.exp(-1 / 5.0);

    private final double[] weights = new double[CANDIDATES];

    ToyTeacher() {
        double sum = (1 - Math.pow(FALL, CANDIDATES)) / (1 - FALL);
        for (int i = 0; i < CANDIDATES; i++) {
            weights[i] = Math.pow(FALL, i) / sum;
        }
    }

    /** What may follow {@code last}, frequent words more often. */
    int[] candidates(int last) {
        int[] tokens = new int[CANDIDATES];
        for (int i = 0; i < CANDIDATES; i++) {
            double u = (SipHash.hash(1, 2, last, i) >>> 11) * 0x1p-53;
            tokens[i] = (int) (WORDS * u * u);
        }
        return tokens;
    }

    /** How likely each candidate is after {@code before} and {@code last}. */
    double[] probabilities(int before, int last) {
        double[] probabilities = new double[CANDIDATES];
        int shift = (int) Long.remainderUnsigned(SipHash.hash(3, 4, before, last), CANDIDATES);
        for (int i = 0; i < CANDIDATES; i++) {
            probabilities[i] = weights[(i + shift) % CANDIDATES];
        }
        return probabilities;
    }

    /** A token drawn without any mark. */
    int sample(int before, int last, RandomGenerator random) {
        double u = random.nextDouble();
        double[] probabilities = probabilities(before, last);
        int i = 0;
        while (i < CANDIDATES - 1 && u >= probabilities[i]) {
            u -= probabilities[i++];
        }
        return candidates(last)[i];
    }
}
