package org.iolaus.detection.campaign;

/**
 * The bits that decide what a group is taken for, where everything else that a standing needs is there; 0 where it is
 * not.
 *
 * @param campaign bits of the weaker of extraction and concealment, for a campaign
 * @param suspicion bits of extraction for a group that content alone holds together; of the weaker of both columns for
 *     one whose relation is claimed and not verified; of the weaker of concealment and division for one that hides and
 *     divides work whose worth does not show
 */
public record Strength(double campaign, double suspicion) {
    static final Strength NONE = new Strength(0, 0);

    Strength most(Strength other) {
        return new Strength(Math.max(campaign, other.campaign), Math.max(suspicion, other.suspicion));
    }
}
