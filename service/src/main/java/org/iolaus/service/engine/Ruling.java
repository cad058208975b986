package org.iolaus.service.engine;

import org.iolaus.detection.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on an account or an end user of it, as it stands.
 *
 * @param accountId the account
 * @param endUserId its end user, or null if the verdict is about the account
 * @param verdict what is recommended; {@link Verdict#ALLOW} if an earlier verdict was withdrawn
 * @param group number of the group it was reached in, which does not change while the service lives; 0 if in none
 * @param campaignId campaign, or null
 * @param reachedMicros event time of the deciding exchange, microseconds since the epoch
 * @param exchangesBefore exchanges seen before that one
 * @param provisional whether it was reached ahead of the epoch's close, and may fall
 */
public record Ruling(
        String accountId,
        @Nullable String endUserId,
        Verdict verdict,
        int group,
        @Nullable String campaignId,
        long reachedMicros,
        long exchangesBefore,
        boolean provisional) {}
