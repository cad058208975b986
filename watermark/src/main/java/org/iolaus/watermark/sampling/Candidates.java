package org.iolaus.watermark.sampling;

/**
 * The tokens that truncation left and their probabilities, which sum to one. A reused buffer: whoever fills it owns it
 * until the next fill. Not thread-safe.
 */
public final class Candidates {
    int[] tokens = new int[0];
    double[] probabilities = new double[0];
    int size;

    /** Room for nothing yet; grows when filled. */
    public Candidates() {}

    /** Candidates of these weights, which need not sum to one. */
    public static Candidates of(int[] tokens, double[] weights) {
        if (tokens.length != weights.length || tokens.length == 0) {
            throw new IllegalArgumentException("%d tokens have %d weights, must have one each and be at least one"
                    .formatted(tokens.length, weights.length));
        }
        Candidates candidates = new Candidates();
        candidates.tokens = tokens.clone();
        candidates.probabilities = weights.clone();
        candidates.size = tokens.length;
        candidates.normalise();
        return candidates;
    }

    /** Number of candidates. */
    public int size() {
        return size;
    }

    /** The token of candidate {@code index}. */
    public int token(int index) {
        return tokens[index];
    }

    /** The probability of candidate {@code index}. */
    public double probability(int index) {
        return probabilities[index];
    }

    void reserve(int capacity) {
        if (tokens.length < capacity) {
            tokens = new int[capacity];
            probabilities = new double[capacity];
        }
    }

    /** Divides by the sum. */
    void normalise() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += probabilities[i];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weights of the candidates sum to %s, must be finite and above 0".formatted(sum));
        }
        for (int i = 0; i < size; i++) {
            probabilities[i] /= sum;
        }
    }
}
