package org.iolaus.watermark.radioactivity;

/**
 * What a suspect model holds most likely after a context, where its next-token scores can be read.
 *
 * @param context tokens before, at least as many as the mark's window
 * @param token the token of the highest score
 */
public record Prediction(int[] context, int token) {
    /** The token of the highest of {@code scores}, by token id; of equal ones the first. */
    public static Prediction of(int[] context, float[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("scores are 0, must be at least 1");
        }
        int best = 0;
        for (int token = 1; token < scores.length; token++) {
            if (scores[token] > scores[best]) {
                best = token;
            }
        }
        return new Prediction(context, best);
    }
}
