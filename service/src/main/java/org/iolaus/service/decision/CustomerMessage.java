package org.iolaus.service.decision;

import java.time.Instant;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.ReasonCode;

/** What a customer is told: the class of the decision, whom it covers, how long it holds and how to appeal. */
final class CustomerMessage {
    private CustomerMessage() {}

    /**
     * @param whole whether the whole account is covered, not one end user of it
     * @param appeal how to appeal, as the policy words it
     */
    static String of(
            Action action, ReasonCode reason, boolean whole, long expiresMillis, String reference, String appeal) {
        if (action == Action.ALLOW) {
            return "";
        }
        return what(action, whole ? "this account" : "this end user of the account") + ". Reason: " + reason.wording()
                + ". " + until(action, expiresMillis) + " " + appeal.replace("{reference}", reference);
    }

    private static String what(Action action, String whom) {
        return switch (action) {
            case ALLOW -> "Requests of " + whom + " are served";
            case THROTTLE -> "Requests of " + whom + " are limited";
            case WITHHOLD_REASONING -> "Answers to " + whom + " come without reasoning and log-probabilities";
            case REQUIRE_VERIFICATION -> "Requests of " + whom + " need a further verification first";
            case RESTRICT -> "Requests of " + whom + " are refused for the time being";
            case BLOCK -> "Requests of " + whom + " are refused";
        };
    }

    private static String until(Action action, long expiresMillis) {
        if (expiresMillis == Long.MAX_VALUE) {
            return "This holds until the reason no longer applies.";
        }
        String time = minute(expiresMillis);
        return action == Action.REQUIRE_VERIFICATION
                ? "This holds until you have verified, and until " + time + " at most."
                : "This holds until " + time + " at most.";
    }

    /** As {@code 2026-03-01 10:00 UTC}. Cheaper than a pattern, and look-ups are many. */
    private static String minute(long millis) {
        String text = Instant.ofEpochMilli(millis).toString();
        return text.substring(0, 10) + ' ' + text.substring(11, 16) + " UTC";
    }
}
