package org.iolaus.service.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway asks for one request.
 *
 * @param accountId the account
 * @param endUserId its end user, or null
 * @param pathway the way in, or null
 * @param ip textual address of the request, validated; or null
 */
public record Query(
        String accountId,
        @Nullable String endUserId,
        @Nullable String pathway,
        @Nullable String ip) {
    public static Query of(String accountId) {
        return new Query(accountId, null, null, null);
    }
}
