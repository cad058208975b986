package org.iolaus.watermark.synthid;

/**
 * Tournament sampling with two leaves, in closed form: what the winner's law is, layer by layer, if every match is
 * between two tokens drawn from the law so far and won by the larger g-value, or by lot between equals.
 *
 * <p>S. Dathathri et al., Nature 634 (2024), Algorithm 2. Averaged over the g-values the law stays what it was: the mark
 * changes no next-token probability.
 */
public final class Tournament {
    private Tournament() {}

    /**
     * Replaces the first {@code size} probabilities, which sum to one, by those of the winner.
     *
     * @param bits g-values of the candidates, as {@link GValues#bits} gives them
     */
    public static void play(double[] probabilities, long[] bits, int size, int layers) {
        for (int layer = 0; layer < layers; layer++) {
            double mass = 0;
            for (int i = 0; i < size; i++) {
                mass += probabilities[i] * (bits[i] >>> layer & 1);
            }
            for (int i = 0; i < size; i++) {
                probabilities[i] *= 1 + (bits[i] >>> layer & 1) - mass;
            }
        }
    }
}
