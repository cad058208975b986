package org.iolaus.watermark.radioactivity;

/**
 * One answer of a suspect model.
 *
 * @param prompt tokens it was asked with: never scored, and pairs that occur in them are not scored anywhere, for a
 *     model may repeat what it is shown
 * @param tokens tokens it wrote
 */
public record Output(int[] prompt, int[] tokens) {
    private static final int[] NOTHING = new int[0];

    /** An answer to a prompt that held no text of ours. */
    public static Output of(int[] tokens) {
        return new Output(NOTHING, tokens);
    }
}
