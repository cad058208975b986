package org.iolaus.service.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a situation.
 *
 * @param action what is done
 * @param reason why
 * @param rule name of the rule or what else decided; empty if nothing applied
 * @param duration for how long
 * @param budget what a throttled campaign may still ask, or null
 */
public record Judgement(
        Action action,
        ReasonCode reason,
        String rule,
        Duration duration,
        @Nullable Budget budget) {
    /** For what lasts until the facts or the policy change. */
    static final Duration LONG = Duration.ofDays(365);

    /** No rule applied. */
    static final Judgement NOTHING = new Judgement(Action.ALLOW, ReasonCode.ALLOWED, "", LONG, null);

    static Judgement exempt(ReasonCode reason, String what, Duration duration) {
        return new Judgement(Action.ALLOW, reason, what, duration, null);
    }

    /** Whether it stands whatever the rules say. */
    public boolean isExempt() {
        return reason == ReasonCode.ALLOW_LISTED || reason == ReasonCode.SANCTIONED_USE;
    }

    /** The stricter of two; this if they are equally strict. */
    Judgement orStricter(Judgement other) {
        return other.action.compareTo(action) > 0 ? other : this;
    }
}
