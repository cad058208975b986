package org.iolaus.detection.calibration;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iolaus.detection.campaign.Strength;

/**
 * A run counted by independent groups: accounts that are one group of the detector's, name one organisation, pay by one
 * means, signed up from one address or are end users of one account. An error on one is likely on all.
 *
 * @param subjects accounts and end users that were active
 * @param groups independent groups
 * @param accused groups that reached the fixed bounds of a campaign or of a suspected group
 * @param founded whether the reference population was large and varied enough to accuse anybody by
 * @param portrait what the others look like
 */
public record Census(long subjects, long groups, List<Accused> accused, boolean founded, Portrait portrait) {
    public Census {
        accused = List.copyOf(accused);
    }

    /**
     * One independent group that would be accused.
     *
     * @param campaigns identifiers of the campaigns found in it
     * @param accounts its accounts and end users
     * @param strength the most that any of its campaigns showed
     */
    public record Accused(SortedSet<String> campaigns, long accounts, Strength strength) {
        public Accused {
            campaigns = new TreeSet<>(campaigns);
        }
    }
}
