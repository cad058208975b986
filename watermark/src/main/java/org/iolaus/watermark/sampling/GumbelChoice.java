package org.iolaus.watermark.sampling;

import java.util.random.RandomGenerator;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.GumbelNoise;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.SipHash;

/**
 * The candidate of the largest u^(1/p), u being its keyed uniform number: the least of −ln(u) / p. Averaged over keys
 * each candidate is chosen with its probability. Since −ln(1 − r) is at least r, most candidates need no logarithm.
 */
record GumbelChoice(MarkKey key) implements Choice {
    @Override
    public int choose(int[] tokens, int length, long window, Candidates candidates, RandomGenerator random) {
        int chosen = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size; i++) {
            double probability = candidates.probabilities[i];
            double complement =
                    GumbelNoise.complement(SipHash.hash(key, ContextWindow.fold(window, candidates.tokens[i])));
            if (complement < least * probability) {
                double waiting = -Math.log1p(-complement) / probability;
                if (waiting < least) {
                    least = waiting;
                    chosen = i;
                }
            }
        }
        return chosen;
    }
}
