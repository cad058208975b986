package org.iolaus.watermark.sampling;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.iolaus.watermark.kgw.GreenLists;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/** A draw after green tokens were favoured by e^δ. Unlike the other schemes, this one changes probabilities. */
final class GreenChoice implements Choice {
    private final GreenLists lists;
    private final double favour;

    GreenChoice(Scheme.Kgw scheme, MarkKey key) {
        this.lists = GreenLists.of(scheme, key);
        this.favour = Math.exp(scheme.bias());
    }

    @Override
    public int choose(int[] tokens, int length, long window, Candidates candidates, RandomGenerator random) {
        BitSet green = lists.after(tokens[length - 1]);
        for (int i = 0; i < candidates.size; i++) {
            if (green.get(candidates.tokens[i])) {
                candidates.probabilities[i] *= favour;
            }
        }
        candidates.normalise();
        return Choice.draw(candidates, random);
    }
}
