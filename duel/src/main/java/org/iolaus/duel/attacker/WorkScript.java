package org.iolaus.duel.attacker;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Deals;
import org.iolaus.simulator.actor.Draft;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Seeds;
import org.iolaus.simulator.text.Grammar;

/**
 * Work hidden among ordinary talk, which says of each exchange which of both it is.
 *
 * @param cover ordinary talk
 * @param share its share
 * @param work what the attacker wants
 */
record WorkScript(Script cover, double share, Script work) implements Script {
    /** Whether an exchange is of use to the attacker. */
    boolean useful(int ordinal, long seed) {
        return Seeds.unit(seed ^ 0xd0e1L, ordinal) >= share;
    }

    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        (useful(ordinal, seed) ? work : cover).write(draft, ordinal, seed, random);
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
        return new WorkScript(cover.dealt(deals, seed, exchanges), share, work.dealt(deals, seed, exchanges));
    }
}
