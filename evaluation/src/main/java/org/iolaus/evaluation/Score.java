package org.iolaus.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan measured against the truth. Flagged means restricted or blocked.
 *
 * @param campaignsFound campaigns the scan wrote
 * @param flagged accounts flagged
 * @param precision share of flagged accounts that are hostile
 * @param honest honest accounts
 * @param honestFlagged honest accounts flagged
 * @param falsePositiveRate share of honest accounts flagged
 * @param honestGroups independent groups of honest accounts
 * @param honestGroupsFlagged groups with an account flagged
 * @param falsePositiveUpper95 95 % upper bound of the share of groups flagged; null below {@link Wilson#MIN_TRIALS} groups
 * @param precisionAtOnePercent precision if one account in a hundred were hostile
 * @param precisionAtOnePerMille precision if one account in a thousand were hostile
 * @param campaigns each true campaign
 * @param tiers means over campaigns of one tier
 * @param archetypes each honest archetype
 * @param calibration whether probabilities mean what they say
 * @param pivots campaigns that moved to a new model
 * @param pivotsFound those whose move is reported
 * @param regrownIdentityKept whether a campaign that came back kept its id; null if none did
 * @param insideReseller hostile end users inside a reseller's account; null if there are none
 * @param pairHonestFlagged honest accounts flagged that ask what a campaign's shards ask
 */
public record Score(
        int campaignsFound,
        int flagged,
        double precision,
        int honest,
        int honestFlagged,
        double falsePositiveRate,
        int honestGroups,
        int honestGroupsFlagged,
        @Nullable Double falsePositiveUpper95,
        double precisionAtOnePercent,
        double precisionAtOnePerMille,
        List<CampaignScore> campaigns,
        List<TierScore> tiers,
        List<ArchetypeScore> archetypes,
        Calibration calibration,
        int pivots,
        int pivotsFound,
        @Nullable Boolean regrownIdentityKept,
        @Nullable EndUserScore insideReseller,
        int pairHonestFlagged) {
    /**
     * Means over the campaigns of one tier.
     *
     * @param tier its name
     * @param recall mean recall
     * @param leak mean leak
     * @param purity mean purity
     * @param oneCluster mean share in one cluster
     */
    public record TierScore(String tier, double recall, double leak, double purity, double oneCluster) {}

    /**
     * End users inside a reseller's account; asking to verify counts as found.
     *
     * @param recall share of hostile end users found
     * @param precision share of those found that are hostile
     */
    public record EndUserScore(double recall, double precision) {}
}
