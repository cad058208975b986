package org.iolaus.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels and true times.
 *
 * @param labels label of each account
 * @param campaigns campaigns by name, in the file's order
 * @param times seconds since the epoch of each hostile account's exchanges, ascending
 * @param reseller account that hostile end users hide in, or null
 * @param endUsers those end users
 */
record Truth(
        Map<String, Label> labels,
        Map<String, Campaign> campaigns,
        Map<String, double[]> times,
        @Nullable String reseller,
        List<String> endUsers) {
    /**
     * What an account really is.
     *
     * @param campaign its campaign, or null if it is honest
     * @param archetype its behaviour
     * @param group honest accounts among which an error on one is likely on all, or null if it stands alone
     */
    record Label(
            @Nullable String campaign,
            String archetype,
            @Nullable String group) {
        boolean hostile() {
            return campaign != null;
        }
    }

    /**
     * What is known of a campaign.
     *
     * @param tier group of campaigns whose scores are averaged
     * @param expect {@code restrict} or {@code verify}
     * @param evasive whether it was made to evade detection
     * @param first seconds since the epoch of its first exchange
     * @param pivot its move to a new model, or null
     */
    record Campaign(
            String tier,
            String expect,
            boolean evasive,
            double first,
            @Nullable Pivot pivot) {
        boolean verifySuffices() {
            return expect.equals("verify");
        }
    }

    /**
     * A move to a new model.
     *
     * @param to the new model
     * @param released seconds since the epoch of its release
     */
    record Pivot(String to, double released) {}
}
