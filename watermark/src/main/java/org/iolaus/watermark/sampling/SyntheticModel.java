package org.iolaus.watermark.sampling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A stand-in for a language model where only the freedom of choice counts. Every position has fifty tokens next to each
 * other, from a random one on, with independent Gaussian logits, scaled so that the mean entropy of the next token is a
 * given number of bits. Entropies of single positions scatter around it, as those of real text do. Immutable.
 */
public final class SyntheticModel {
    /** Candidates of a position. */
    public static final int CANDIDATES = 50;

    /** Highest mean entropy, in bits a token. */
    public static final double MAX_BITS = 5;

    private static final int POSITIONS = 500;
    private static final double LN_2 = Math.log(2);

    private final int vocabularySize;
    private final double scale;

    /**
     * @param bitsPerToken mean entropy, above 0 and at most 5
     * @param vocabularySize candidates have token ids below it
     */
    public SyntheticModel(double bitsPerToken, int vocabularySize) {
        if (!(bitsPerToken > 0 && bitsPerToken <= MAX_BITS)) {
            throw new IllegalArgumentException(
                    "bitsPerToken is %s, must be above 0 and at most %s".formatted(bitsPerToken, MAX_BITS));
        }
        if (vocabularySize < CANDIDATES) {
            throw new IllegalArgumentException(
                    "vocabularySize is %d, must be at least %d".formatted(vocabularySize, CANDIDATES));
        }
        this.vocabularySize = vocabularySize;
        this.scale = scaleOf(bitsPerToken);
    }

    /** Makes the next position's candidates. */
    public Candidates next(RandomGenerator random) {
        Candidates candidates = new Candidates();
        candidates.reserve(CANDIDATES);
        candidates.size = CANDIDATES;
        int first = random.nextInt(vocabularySize);
        for (int i = 0; i < CANDIDATES; i++) {
            candidates.tokens[i] = (first + i) % vocabularySize;
            candidates.probabilities[i] = Math.exp(scale * random.nextGaussian());
        }
        candidates.normalise();
        return candidates;
    }

    /** Entropy of candidates in bits. */
    public static double bits(Candidates candidates) {
        double entropy = 0;
        for (int i = 0; i < candidates.size; i++) {
            double probability = candidates.probabilities[i];
            entropy -= probability > 0 ? probability * Math.log(probability) : 0;
        }
        return entropy / LN_2;
    }

    private static double scaleOf(double bitsPerToken) {
        double[] logits = new double[POSITIONS * CANDIDATES];
        SplittableRandom random = new SplittableRandom(1);
        Arrays.setAll(logits, _ -> random.nextGaussian());
        double low = 0;
        double high = 100;
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            if (meanBits(logits, middle) > bitsPerToken) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double meanBits(double[] logits, double scale) {
        double sum = 0;
        Candidates candidates = new Candidates();
        candidates.reserve(CANDIDATES);
        candidates.size = CANDIDATES;
        for (int first = 0; first < logits.length; first += CANDIDATES) {
            for (int i = 0; i < CANDIDATES; i++) {
                candidates.probabilities[i] = Math.exp(scale * logits[first + i]);
            }
            candidates.normalise();
            sum += bits(candidates);
        }
        return sum / POSITIONS;
    }
}
