package org.iolaus.detection.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One API request and its response, as docs/formats.md defines it.
 *
 * @param id unique within {@code source}
 * @param source where the record came from
 * @param timeMicros event time, microseconds since the epoch, UTC
 * @param accountId the paying account
 * @param organizationId what the account says it belongs to
 * @param apiKeyId key within the account
 * @param pathway the way in: {@code api}, {@code app} or a third party's name
 * @param operation kind of call
 * @param model model asked for
 * @param conversationId thread the exchange belongs to
 * @param endUserId the gateway's or reseller's own id of the person or program behind it
 * @param provider model provider
 * @param network where it came from
 * @param request what was asked
 * @param response what was answered
 * @param usage token counts
 * @param status HTTP status, or 0 if unknown
 */
public record Exchange(
        String id,
        String source,
        long timeMicros,
        String accountId,
        @Nullable String organizationId,
        @Nullable String apiKeyId,
        @Nullable String pathway,
        @Nullable String operation,
        String model,
        @Nullable String conversationId,
        @Nullable String endUserId,
        @Nullable String provider,
        Network network,
        Request request,
        Response response,
        Usage usage,
        int status) {}
