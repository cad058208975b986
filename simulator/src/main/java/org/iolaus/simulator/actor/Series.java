package org.iolaus.simulator.actor;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;

/**
 * Several scripts in turn, each for a run of exchanges.
 *
 * @param parts the scripts
 * @param run exchanges of one before the next
 */
public record Series(List<Script> parts, int run) implements Script {
    public Series {
        parts = List.copyOf(parts);
    }

    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        parts.get(ordinal / run % parts.size()).write(draft, ordinal, seed, random);
    }

    @Override
    public Script dealt(Deals deals, long seed, int exchanges) {
        return new Series(
                parts.stream().map(part -> part.dealt(deals, seed, exchanges)).toList(), run);
    }

    @Override
    public Grammar grammar() {
        return parts.getFirst().grammar();
    }

    @Override
    public double followUps() {
        return parts.getFirst().followUps();
    }
}
