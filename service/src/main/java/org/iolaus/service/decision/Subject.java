package org.iolaus.service.decision;

import org.jspecify.annotations.Nullable;

/**
 * Whom a decision is about.
 *
 * @param accountId the account
 * @param endUserId its end user, or null if it is about the account
 */
public record Subject(String accountId, @Nullable String endUserId) {
    public Subject {
        if (accountId.isEmpty()) {
            throw new IllegalArgumentException("account_id \"\" must not be empty");
        }
    }
}
