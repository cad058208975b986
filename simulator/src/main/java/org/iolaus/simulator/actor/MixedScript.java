package org.iolaus.simulator.actor;

import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;

/**
 * Two scripts in one voice, conversation by conversation.
 *
 * @param cover what is said to look ordinary
 * @param share share of the cover
 * @param work what is said otherwise
 */
public record MixedScript(Script cover, double share, Script work) implements Script {
    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        Script script = Seeds.unit(seed ^ 0x33L, draft.opening()) < share ? cover : work;
        script.write(draft, ordinal, seed, random);
    }

    @Override
    public Grammar grammar() {
        return cover.grammar();
    }

    @Override
    public double followUps() {
        return share * cover.followUps() + (1 - share) * work.followUps();
    }

    @Override
    public Script dealt(Deals deals, long seed, int exchanges) {
        return new MixedScript(cover.dealt(deals, seed, exchanges), share, work.dealt(deals, seed, exchanges));
    }
}
