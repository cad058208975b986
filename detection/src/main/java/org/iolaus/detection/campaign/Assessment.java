package org.iolaus.detection.campaign;

import java.util.List;

/**
 * What a group is taken for at one evaluation. Immutable.
 *
 * @param standing what it is
 * @param signature what its members have in common
 * @param columns scores in the order of {@link Column}
 * @param strength the bits that decide
 * @param open whether members say that they belong together, or the provider knows that they do
 * @param founded whether the reference population was large and varied enough to accuse anybody by
 * @param reason why, in a sentence
 * @param remedy what would change that, in a sentence or two
 */
public record Assessment(
        Standing standing,
        Signature signature,
        List<ColumnScore> columns,
        Strength strength,
        boolean open,
        boolean founded,
        String reason,
        String remedy) {
    /** Odds, before looking, that a group that acts together is a campaign. */
    private static final double PRIOR_ODDS = 1.0 / 9;
    /** Bits beyond which evidence does not make anybody surer: what the models leave out weighs more. */
    private static final double MAX_BITS = 16;

    private static final double MAX_BITS_SUSPECTED = 5;
    private static final double MAX_BITS_WATCHED = 3;

    /** What a group can be taken for, weakest first. */
    public enum Standing {
        /** Lacks a column, and is explained. */
        CLEARED,
        /** Hides, or extracts, without the other; worth a look. */
        WATCHED,
        /** All three columns, but one family of evidence alone. */
        SUSPECTED,
        /** All three columns and two independent families. */
        CAMPAIGN
    }

    public Assessment {
        columns = List.copyOf(columns);
    }

    /** The score of one column. */
    public ColumnScore column(Column column) {
        return columns.get(column.ordinal());
    }

    /**
     * Probability that the group is a campaign: the weakest column's bits on prior odds of 1 to 9. Bits for a group that
     * is cleared, watched, suspected on one family of evidence, or judged without a reference population do not count
     * beyond a few.
     */
    public double confidence() {
        double weakest = columns.stream()
                .filter(score -> standing != Standing.SUSPECTED || score.present())
                .mapToDouble(ColumnScore::bits)
                .min()
                .orElse(0);
        double odds = PRIOR_ODDS * StrictMath.pow(2, Math.clamp(weakest, -MAX_BITS, mostBits()));
        return odds / (1 + odds);
    }

    private double mostBits() {
        return switch (standing) {
            case CLEARED -> 0;
            case WATCHED -> MAX_BITS_WATCHED;
            case SUSPECTED -> MAX_BITS_SUSPECTED;
            case CAMPAIGN -> founded ? MAX_BITS : MAX_BITS_WATCHED;
        };
    }
}
