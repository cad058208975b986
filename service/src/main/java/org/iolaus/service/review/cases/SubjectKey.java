package org.iolaus.service.review.cases;

import org.iolaus.service.review.vault.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * Whom a row is about.
 *
 * @param subject what tables know it under
 * @param key its account's data key
 * @param endUserId its end user, or null if it is the account
 */
public record SubjectKey(
        String subject, DataKey key, @Nullable String endUserId) {
    /** Purpose under which end users' identifiers are sealed. */
    public static final String END_USER = "end-user";

    public String accountId() {
        return key.owner();
    }
}
