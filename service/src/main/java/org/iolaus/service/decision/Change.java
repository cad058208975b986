package org.iolaus.service.decision;

import java.time.Instant;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a subject is served, or would be if nothing were in shadow.
 *
 * @param number counts changes from 1 at each start
 * @param time wall-clock time
 * @param mode whether it is served
 * @param subject whom it is about
 * @param before what was done until now
 * @param action what is done from now on
 * @param reason why
 * @param rule what in the policy decided
 * @param verdict what detection recommends
 * @param group number of the group the verdict was reached in; 0 if in none
 * @param campaignId campaign, or null
 * @param reference what a customer quotes; empty if there is nothing to appeal
 * @param since since when it stands, for {@link Decisions#restore}
 * @param expiresMillis when it ends, milliseconds since the epoch; {@link Long#MAX_VALUE} if it stands
 * @param provisional whether it may fall at the close of the epoch
 * @param policyVersion policy that decided
 */
public record Change(
        long number,
        Instant time,
        Mode mode,
        Subject subject,
        Action before,
        Action action,
        ReasonCode reason,
        String rule,
        Verdict verdict,
        int group,
        @Nullable String campaignId,
        String reference,
        Instant since,
        long expiresMillis,
        boolean provisional,
        String policyVersion) {
    /** The change to a decision on whom an entry is held of. */
    static Change of(Entry entry, Mode mode, Decision decision, long number, Instant time, String policyVersion) {
        return new Change(
                number,
                time,
                mode,
                entry.subject(),
                entry.published(mode).action(),
                decision.action(),
                decision.reason(),
                decision.rule(),
                decision.verdict(),
                entry.standing().group(),
                decision.campaignId(),
                decision.reference(),
                entry.standing().since(),
                decision.expiresMillis(),
                decision.provisional(),
                policyVersion);
    }

    /** The JSON object of docs/formats.md. */
    public Fields fields() {
        return new Fields()
                .put("number", number)
                .put("time", time.toString())
                .put("mode", mode.label())
                .put("account_id", subject.accountId())
                .put("end_user_id", subject.endUserId())
                .put("before", before.label())
                .put("action", action.label())
                .put("reason", reason.label())
                .put("rule", rule.isEmpty() ? null : rule)
                .put("verdict", verdict.label())
                .put("campaign_id", campaignId)
                .put("reference", reference.isEmpty() ? null : reference)
                .put("since", since.toString())
                .put(
                        "expires_at",
                        expiresMillis == Long.MAX_VALUE
                                ? null
                                : Instant.ofEpochMilli(expiresMillis).toString())
                .put("provisional", provisional)
                .put("policy_version", policyVersion);
    }
}
