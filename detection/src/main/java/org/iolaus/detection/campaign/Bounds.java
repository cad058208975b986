package org.iolaus.detection.campaign;

import org.iolaus.detection.campaign.Assessment.Standing;

/**
 * Bits that a group must reach before its members are restricted or asked to verify. They are the fixed ones or, from a
 * calibration, higher; never lower.
 *
 * @param restrictBits bits of the weaker of extraction and concealment that a campaign needs
 * @param verifyBits bits that a suspected group needs: of extraction, or of the weaker column where both decide
 */
public record Bounds(double restrictBits, double verifyBits) {
    /** The bounds that hold without a calibration. */
    public static final Bounds FIXED =
            new Bounds(Math.max(Extraction.MIN_BITS, Concealment.MIN_BITS), Extraction.MIN_BITS);

    public Bounds {
        atLeast("restrictBits", restrictBits, Math.max(Extraction.MIN_BITS, Concealment.MIN_BITS));
        atLeast("verifyBits", verifyBits, Extraction.MIN_BITS);
    }

    private static void atLeast(String name, double bits, double least) {
        if (!(bits >= least && bits < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + bits + " must be at least " + least + " and finite");
        }
    }

    /** Bits that a standing needs; 0 for those that no calibration touches. */
    double needed(Standing standing) {
        return switch (standing) {
            case CAMPAIGN -> restrictBits;
            case SUSPECTED -> verifyBits;
            case WATCHED, CLEARED -> 0;
        };
    }

    /** Whether a group is strong enough for a standing. */
    boolean allow(Standing standing, Strength strength) {
        return switch (standing) {
            case CAMPAIGN -> strength.campaign() >= restrictBits;
            case SUSPECTED -> strength.suspicion() >= verifyBits;
            case WATCHED, CLEARED -> true;
        };
    }
}
