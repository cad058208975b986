package org.iolaus.detection.verdict;

import java.util.List;
import org.iolaus.detection.campaign.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one account, or of one end user of an account.
 *
 * @param accountId the account
 * @param endUserId its end user, or null if the finding is about the account
 * @param campaignId campaign it belongs to, or null
 * @param groupId watched group it was observed in, or null
 * @param verdict strongest verdict reached
 * @param probability calibrated probability that the verdict is right
 * @param flaggedAtMicros event time of the exchange at which the verdict first reached restrict; -1 if it never did
 * @param exchangesBeforeFlag exchanges seen before that one; -1 if it never did
 * @param exchanges exchanges seen in all
 * @param evidence why
 * @param counterEvidence what speaks against
 * @param remedy what would change the verdict, in one sentence
 */
public record AccountFinding(
        String accountId,
        @Nullable String endUserId,
        @Nullable String campaignId,
        @Nullable String groupId,
        Verdict verdict,
        double probability,
        long flaggedAtMicros,
        long exchangesBeforeFlag,
        long exchanges,
        List<Evidence> evidence,
        List<Evidence> counterEvidence,
        String remedy) {
    public AccountFinding {
        evidence = List.copyOf(evidence);
        counterEvidence = List.copyOf(counterEvidence);
    }
}
