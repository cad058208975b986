package org.iolaus.watermark.sampling;

import java.util.random.RandomGenerator;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/** One scheme's way to choose among candidates under one key. Not thread-safe. */
interface Choice {
    /**
     * The index of the chosen candidate. May overwrite the candidates' probabilities.
     *
     * @param tokens of the response so far
     * @param length number of them
     * @param window the folded window before the position
     */
    int choose(int[] tokens, int length, long window, Candidates candidates, RandomGenerator random);

    /** The choice of a scheme under a key. */
    static Choice of(Scheme scheme, MarkKey key) {
        return switch (scheme) {
            case Scheme.Gumbel _ -> new GumbelChoice(key);
            case Scheme.SynthId synthId -> new TournamentChoice(synthId, key);
            case Scheme.Kgw kgw -> new GreenChoice(kgw, key);
        };
    }

    /** An unmarked draw. */
    static int draw(Candidates candidates, RandomGenerator random) {
        double left = random.nextDouble();
        for (int i = 0; i < candidates.size; i++) {
            left -= candidates.probabilities[i];
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }
}
