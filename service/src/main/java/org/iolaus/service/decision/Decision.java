package org.iolaus.service.decision;

import java.util.Objects;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Budget;
import org.iolaus.service.policy.Judgement;
import org.iolaus.service.policy.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a subject's requests until a time, and what comes after. Immutable.
 *
 * @param action what is done
 * @param reason why
 * @param rule what in the policy decided; empty if nothing applied
 * @param verdict what detection recommends at this stage
 * @param campaignId campaign, or null
 * @param budgetKey whom the budget is shared with: everybody of one campaign
 * @param budget what a throttled campaign may still ask, or null
 * @param provisional whether it may fall at the close of the epoch
 * @param reference what a customer quotes
 * @param untilMillis wall-clock time at which it ends, milliseconds since the epoch; {@link Long#MAX_VALUE} if it stands
 *     until something else changes
 * @param next what comes then; null if it stands
 */
record Decision(
        Action action,
        ReasonCode reason,
        String rule,
        Verdict verdict,
        @Nullable String campaignId,
        String budgetKey,
        @Nullable Budget budget,
        boolean provisional,
        String reference,
        long untilMillis,
        @Nullable Decision next) {
    /** For those of whom nothing is known. */
    static final Decision ALLOW = new Decision(
            Action.ALLOW, ReasonCode.ALLOWED, "", Verdict.ALLOW, null, "", null, false, "", Long.MAX_VALUE, null);

    /** What is done with one request because of its address; it says nothing of what comes later. */
    static Decision byAddress(Judgement judgement, Decision otherwise, String reference) {
        return new Decision(
                judgement.action(),
                judgement.reason(),
                judgement.rule(),
                otherwise.verdict,
                null,
                "",
                null,
                false,
                reference,
                Long.MAX_VALUE,
                null);
    }

    /** What stands at a time. */
    Decision at(long millis) {
        Decision decision = this;
        while (millis >= decision.untilMillis && decision.next != null) {
            decision = decision.next;
        }
        return decision;
    }

    /** Whether it is the answer that somebody unknown gets. It must tell nothing of a verdict, nor of a shadow. */
    boolean isUnremarkable() {
        return action == Action.ALLOW && reason == ReasonCode.ALLOWED;
    }

    /** Whether it is so now and later. */
    boolean isPlain() {
        return isUnremarkable() && next == null;
    }

    /** When a caller is told that it ends; {@link Long#MAX_VALUE} if it has no end that matters to one. */
    long expiresMillis() {
        return isUnremarkable() || next == null ? Long.MAX_VALUE : untilMillis;
    }

    /** The one with the stricter action; this if both are equally strict. */
    Decision orStricter(Decision other) {
        return other.action.compareTo(action) > 0 ? other : this;
    }

    /** Whether a caller would notice the difference. */
    boolean sameAs(Decision other) {
        if (isUnremarkable() && other.isUnremarkable()) {
            return true;
        }
        return action == other.action
                && reason == other.reason
                && untilMillis == other.untilMillis
                && provisional == other.provisional
                && Objects.equals(campaignId, other.campaignId)
                && reference.equals(other.reference)
                && rule.equals(other.rule);
    }
}
