package org.iolaus.simulator;

import org.iolaus.simulator.corpus.Corpus;
import org.iolaus.simulator.text.Grammars;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario is played.
 *
 * @param seed equal seeds give equal files
 * @param scale factor on the number of accounts
 * @param days length of the window; 0 for the scenario's own
 * @param threads worker threads; the files do not depend on it
 * @param corpus prompts to mix in, or null
 * @param corpusShare share of everybody's items that are prompts of the corpus
 * @param grammars part of the wordings that is spoken
 */
public record SimulationConfig(
        long seed,
        double scale,
        int days,
        int threads,
        @Nullable Corpus corpus,
        double corpusShare,
        Grammars grammars) {
    private static final int MAX_DAYS = 60;

    public SimulationConfig {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale " + scale + " must be above 0");
        }
        checkDays(days);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be at least 1");
        }
        if (!(corpusShare >= 0 && corpusShare <= 1)) {
            throw new IllegalArgumentException("corpus share " + corpusShare + " must be between 0 and 1");
        }
    }

    /** Without a corpus, in all wordings. */
    public SimulationConfig(long seed, double scale, int days, int threads) {
        this(seed, scale, days, threads, null, 0, Grammars.ALL);
    }

    /** The same with prompts of a corpus. */
    public SimulationConfig with(Corpus prompts, double share) {
        return new SimulationConfig(seed, scale, days, threads, prompts, share, grammars);
    }

    /** The same in a part of the wordings. */
    public SimulationConfig speaking(Grammars part) {
        return new SimulationConfig(seed, scale, days, threads, corpus, corpusShare, part);
    }

    static void checkDays(int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days " + days + " must be between 0 and " + MAX_DAYS);
        }
    }
}
