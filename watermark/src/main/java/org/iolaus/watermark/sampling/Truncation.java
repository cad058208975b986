package org.iolaus.watermark.sampling;

/**
 * What is left of the logits before a token is chosen: divided by the temperature, cut to the most probable tokens, then
 * to the fewest of them whose probabilities reach a sum. Equal logits keep the order of their ids.
 *
 * @param temperature above 0
 * @param topK most tokens to keep; 0 keeps all
 * @param topP the sum of probabilities to reach, above 0 and at most 1; 1 keeps all
 */
public record Truncation(double temperature, int topK, double topP) {
    /** The hundred most probable tokens at temperature 1. */
    public static final Truncation STANDARD = new Truncation(1, 100, 1);

    public Truncation {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature is %s, must be above 0".formatted(temperature)
                    + "\nMaybe leave greedy decoding unmarked: it has no choice to mark.");
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK is %d, must not be negative".formatted(topK));
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP is %s, must be above 0 and at most 1".formatted(topP));
        }
    }

    /** Fills the candidates, most probable first, from logits by token id. */
    public void fill(Candidates candidates, float[] logits) {
        int keep = topK == 0 ? logits.length : Math.min(topK, logits.length);
        TopTokens.select(logits, keep, candidates);
        softmax(candidates, logits);
        if (topP < 1) {
            cut(candidates);
        }
    }

    private void softmax(Candidates candidates, float[] logits) {
        double highest = logits[candidates.tokens[0]];
        for (int i = 0; i < candidates.size; i++) {
            candidates.probabilities[i] = Math.exp((logits[candidates.tokens[i]] - highest) / temperature);
        }
        candidates.normalise();
    }

    private void cut(Candidates candidates) {
        double sum = 0;
        int size = 0;
        while (size < candidates.size && sum < topP) {
            sum += candidates.probabilities[size++];
        }
        candidates.size = size;
        candidates.normalise();
    }
}
