package org.iolaus.duel.attacker;

/**
 * What accounts that were used in one way came to.
 *
 * @param knob what can be done in several ways
 * @param way one of them
 * @param accounts accounts used so
 * @param linked those of them that the defender linked
 * @param useful useful exchanges they obtained
 * @param spent what they cost, in thousandths of a dollar
 */
public record WayScore(String knob, String way, int accounts, int linked, long useful, long spent) {
    /** The sum over two duels. */
    public WayScore plus(WayScore other) {
        return new WayScore(
                knob,
                way,
                accounts + other.accounts,
                linked + other.linked,
                useful + other.useful,
                spent + other.spent);
    }

    /** Dollars for a thousand useful exchanges; infinite if there were none. */
    public double dollarsPerThousand() {
        return useful == 0 ? Double.POSITIVE_INFINITY : (double) spent / useful;
    }
}
