package org.iolaus.service.decision;

import java.time.Instant;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is told about one request.
 *
 * @param accountId the account
 * @param endUserId its end user, or null
 * @param action what is done
 * @param permitted whether this request may be served
 * @param retryAfterMillis when a throttled campaign may ask again; 0 if it may now
 * @param reason why
 * @param campaignId campaign, or null; not meant for the customer
 * @param reference what the customer quotes; empty if there is nothing to appeal
 * @param expiresMillis when the decision ends, milliseconds since the epoch; {@link Long#MAX_VALUE} if it stands
 * @param provisional whether it may fall at the close of the epoch
 * @param watermarkKeyId key to mark the answer with, or null
 * @param message what the customer may be told; empty if the request is served
 */
public record Answer(
        String accountId,
        @Nullable String endUserId,
        Action action,
        boolean permitted,
        long retryAfterMillis,
        ReasonCode reason,
        @Nullable String campaignId,
        String reference,
        long expiresMillis,
        boolean provisional,
        @Nullable String watermarkKeyId,
        String message) {
    /** The JSON object of docs/formats.md. */
    public Fields fields() {
        return new Fields()
                .put("account_id", accountId)
                .put("end_user_id", endUserId)
                .put("action", action.label())
                .put("permitted", permitted)
                .put("retry_after_seconds", permitted ? null : retryAfterSeconds())
                .put("reason", reason.label())
                .put("campaign_id", campaignId)
                .put("reference", reference.isEmpty() ? null : reference)
                .put(
                        "expires_at",
                        expiresMillis == Long.MAX_VALUE
                                ? null
                                : Instant.ofEpochMilli(expiresMillis).toString())
                .put("provisional", provisional)
                .put("watermark_key_id", watermarkKeyId)
                .put("message", message.isEmpty() ? null : message);
    }

    /** Whole seconds until it is worth asking again, at least 1; null if that is not a matter of time. */
    public @Nullable Long retryAfterSeconds() {
        return retryAfterMillis == 0 ? null : Math.max(1, Math.ceilDiv(retryAfterMillis, 1000));
    }
}
