package org.iolaus.detection.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A person's decision on one account, or on one end user of it. It concerns nobody else.
 *
 * @param accountId the account
 * @param endUserId its end user, or null if the decision is about the account
 * @param outcome what was decided
 * @param timeMicros event time from which it holds, microseconds since the epoch
 * @param untilMicros event time at which an exemption ends; {@link Long#MAX_VALUE} if it does not
 */
public record Review(String accountId, @Nullable String endUserId, Outcome outcome, long timeMicros, long untilMicros) {
    /** What was decided. */
    public enum Outcome {
        /** The verdict is right. */
        CONFIRMED,
        /** The verdict is wrong: the account is exempt from verdicts until the exemption ends. */
        OVERTURNED
    }

    public Review {
        if (untilMicros <= timeMicros) {
            throw new IllegalArgumentException(
                    "untilMicros " + untilMicros + " must be after timeMicros " + timeMicros);
        }
    }
}
