package org.iolaus.detection.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Reference;

/**
 * Accounts that could serve in the reference population and are found to act together against the provider. A group held
 * together by prompts alone sweeps in strangers, some of them long-standing; it counts only if most of it is.
 *
 * @param campaigning long-standing verified members of campaigns
 * @param suspected long-standing verified members of suspected groups, where most members are
 * @param eligible long-standing verified accounts in all
 */
public record Contamination(long campaigning, long suspected, long eligible) {
    private static final double MOST = 0.5;

    static Contamination of(List<Group> groups, Reference reference) {
        long campaigning = 0;
        long suspected = 0;
        for (Group group : groups) {
            long longStanding =
                    group.members().intStream().filter(reference::eligible).count();
            if (group.strongest() == Standing.CAMPAIGN) {
                campaigning += longStanding;
            } else if (group.strongest() == Standing.SUSPECTED
                    && longStanding >= MOST * group.members().size()) {
                suspected += longStanding;
            }
        }
        return new Contamination(campaigning, suspected, reference.eligible());
    }

    /** The alarm, if there is reason for one: what was found, then advice on a line of its own. */
    public Optional<String> warning() {
        long all = campaigning + suspected;
        if (all == 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "reference population is contaminated: %,d of %,d long-standing verified accounts (%.1f %%) %s; they were"
                        + " taken out of it.\nMaybe accounts are aged or bought: look at how they were verified.",
                all,
                eligible,
                100.0 * all / Math.max(1, eligible),
                where()));
    }

    private String where() {
        if (suspected == 0) {
            return campaigning == 1 ? "belongs to a campaign" : "belong to campaigns";
        }
        return campaigning == 0
                ? "belong to groups that are suspected"
                : "belong to campaigns or to groups that are suspected";
    }
}
