package org.iolaus.detection.campaign;

import org.iolaus.detection.link.Family;

/**
 * What a subject has in common with a group's members.
 *
 * @param families families in which it holds enough of their objects, as a bit set by {@link Family#ordinal()}
 * @param nats for membership, by family's ordinal: of those matched and of those missed; 0 where members have nothing in
 *     common
 */
public record Match(int families, double[] nats) {
    /** The same, a family missed. */
    Match without(Family family, double missNats) {
        double[] others = nats.clone();
        others[family.ordinal()] = missNats;
        return new Match(families & ~(1 << family.ordinal()), others);
    }

    /** The same, a family matched. */
    Match with(Family family, double matchNats) {
        double[] more = nats.clone();
        more[family.ordinal()] = matchNats;
        return new Match(families | 1 << family.ordinal(), more);
    }

    /** Independent families matched; a client is too popular to count. */
    public int independent() {
        return Integer.bitCount(families & ~(1 << Family.CLIENT.ordinal()));
    }

    /** Whether it matches in a family. */
    public boolean has(Family family) {
        return (families & 1 << family.ordinal()) != 0;
    }

    /** Nats for membership, given the prior odds of being a member. */
    double nats(double priorOdds) {
        double sum = StrictMath.log(priorOdds);
        for (double each : nats) {
            sum += each;
        }
        return sum;
    }
}
