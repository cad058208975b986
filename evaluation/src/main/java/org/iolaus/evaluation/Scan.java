package org.iolaus.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found.
 *
 * @param accounts findings by account
 * @param endUsers findings by account and end user
 * @param campaigns campaigns found, by id
 */
record Scan(Map<String, Finding> accounts, Map<EndUser, Finding> endUsers, Map<String, Campaign> campaigns) {
    private static final Set<String> HARD = Set.of("restrict", "block");

    /**
     * A campaign found.
     *
     * @param detected seconds since the epoch at which it was detected, or NaN
     * @param pivots seconds since the epoch at which a move was first reported, by the model moved to
     */
    record Campaign(double detected, Map<String, Double> pivots) {}

    /** The same of findings that were not written to files. */
    static Scan of(Findings findings) {
        Map<String, Finding> accounts = new LinkedHashMap<>();
        Map<EndUser, Finding> endUsers = new LinkedHashMap<>();
        for (AccountFinding each : findings.accounts()) {
            Finding finding = new Finding(
                    each.campaignId(), each.verdict().label(), each.probability(), seconds(each.flaggedAtMicros()));
            if (each.endUserId() == null) {
                accounts.put(each.accountId(), finding);
            } else {
                endUsers.put(new EndUser(each.accountId(), each.endUserId()), finding);
            }
        }
        Map<String, Campaign> campaigns = new LinkedHashMap<>();
        for (CampaignFinding each : findings.campaigns()) {
            Map<String, Double> pivots = new HashMap<>();
            each.pivots().forEach(pivot -> pivots.merge(pivot.to(), seconds(pivot.detectedAtMicros()), Math::min));
            campaigns.put(each.id(), new Campaign(seconds(each.detectedAt()), pivots));
        }
        return new Scan(accounts, endUsers, campaigns);
    }

    private static double seconds(long micros) {
        return micros < 0 ? Double.NaN : micros / 1e6;
    }

    /** An end user of an account. */
    record EndUser(String account, String endUser) {}

    /**
     * Verdict on one account or end user.
     *
     * @param campaign campaign found, or null
     * @param verdict verdict reached
     * @param probability calibrated probability
     * @param flaggedAt seconds since the epoch of the deciding exchange, or NaN
     */
    record Finding(@Nullable String campaign, String verdict, double probability, double flaggedAt) {
        boolean flagged() {
            return HARD.contains(verdict);
        }

        boolean asked() {
            return flagged() || verdict.equals("verify");
        }
    }
}
