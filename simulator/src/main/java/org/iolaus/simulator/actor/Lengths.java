package org.iolaus.simulator.actor;

import java.util.SplittableRandom;

/**
 * How long the answers are that somebody gets in talk: one law for everybody, around a median that their kind has.
 *
 * @param usual usual length in tokens
 * @param longShare share of conversations about long work, such as a proof or a whole program
 * @param longer how many times longer an answer is in these
 */
public record Lengths(double usual, double longShare, double longer) {
    /** The law: people differ among themselves, and for half of them some conversations differ from the others. */
    public static Lengths draw(SplittableRandom random, double median) {
        boolean works = random.nextBoolean();
        return new Lengths(
                Chance.logNormal(random, median, 0.8),
                works ? random.nextDouble() : 0,
                Chance.logNormal(random, 3.5, 0.4));
    }

    double at(long seed, int opening) {
        return longShare > 0 && Seeds.unit(seed ^ 0x74L, opening) < longShare ? usual * longer : usual;
    }
}
