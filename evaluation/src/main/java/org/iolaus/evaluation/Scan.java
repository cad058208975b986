package org.iolaus.evaluation;

import java.util.Map;
import java.util.Set;
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
