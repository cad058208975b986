package org.iolaus.watermark.sampling;

import java.util.random.RandomGenerator;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.synthid.GValues;
import org.iolaus.watermark.synthid.Tournament;

/** A draw from the law of the tournament's winner. */
final class TournamentChoice implements Choice {
    private final GValues values;
    private long[] bits = new long[0];

    TournamentChoice(Scheme.SynthId scheme, MarkKey key) {
        this(GValues.of(scheme, key));
    }

    TournamentChoice(GValues values) {
        this.values = values;
    }

    @Override
    public int choose(int[] tokens, int length, long window, Candidates candidates, RandomGenerator random) {
        play(tokens, length, candidates);
        return Choice.draw(candidates, random);
    }

    /** Replaces the candidates' probabilities by those of the winner. */
    void play(int[] tokens, int length, Candidates candidates) {
        if (bits.length < candidates.size) {
            bits = new long[candidates.size];
        }
        long window = values.window(tokens, length);
        for (int i = 0; i < candidates.size; i++) {
            bits[i] = values.bits(window, candidates.tokens[i]);
        }
        Tournament.play(candidates.probabilities, bits, candidates.size, values.layers());
    }
}
