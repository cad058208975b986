package org.iolaus.detection.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.verdict.AccountFinding;

/**
 * All that a run found.
 *
 * @param campaigns campaigns, by identifier
 * @param accounts accounts and end users whose verdict ever rose above allow, by identifier
 * @param cleared groups that were examined and found honest, largest first, each with the reason
 * @param watched groups that show two columns and lack the third, largest first; their members are observed
 * @param exchanges exchanges counted
 * @param duplicates repeats dropped
 * @param conflicts repeats of an identifier with other content, set aside
 * @param late exchanges set aside because their epoch had closed
 * @param accountsSeen accounts with at least one exchange
 * @param firstMicros event time of the first exchange, or -1
 * @param lastMicros event time of the last exchange, or -1
 * @param referenceAccounts accounts in the reference population at the end
 * @param losses what was given up at a memory ceiling, by name
 * @param warnings sentences a person should read before trusting the rest
 */
public record Findings(
        List<CampaignFinding> campaigns,
        List<AccountFinding> accounts,
        List<CampaignFinding> cleared,
        List<CampaignFinding> watched,
        long exchanges,
        long duplicates,
        long conflicts,
        long late,
        long accountsSeen,
        long firstMicros,
        long lastMicros,
        long referenceAccounts,
        Map<String, Long> losses,
        List<String> warnings) {
    /** The same with more warnings. */
    public Findings warning(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Findings(
                campaigns,
                accounts,
                cleared,
                watched,
                exchanges,
                duplicates,
                conflicts,
                late,
                accountsSeen,
                firstMicros,
                lastMicros,
                referenceAccounts,
                losses,
                all);
    }
}
