package org.iolaus.simulator.actor;

import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;

/** What somebody says: the content of their exchanges, a function of position and chance alone. */
public interface Script {
    /**
     * Writes the content of one exchange.
     *
     * @param ordinal position among the actor's exchanges
     * @param seed the actor's seed
     * @param random chance for this exchange alone
     */
    void write(Draft draft, int ordinal, long seed, SplittableRandom random);

    /** The language in which an answer is sketched. */
    Grammar grammar();

    /** Share of exchanges that continue the conversation before. */
    double followUps();

    /**
     * The same with prompts of a corpus in place of some items.
     *
     * @param seed the actor's seed
     * @param exchanges how often the actor calls
     */
    Script dealt(Deals deals, long seed, int exchanges);
}
