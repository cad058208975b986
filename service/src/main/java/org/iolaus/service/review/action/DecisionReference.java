package org.iolaus.service.review.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a customer may quote, or could if it were not in shadow.
 *
 * @param reference what the customer was given
 * @param accountId account that it was about
 * @param endUserId end user that it was about, or null
 * @param group number of the group it came from; 0 if from none
 * @param action what was done, e.g. {@code restrict}
 * @param reasonCode why, by code
 * @param served whether it was served; one in shadow is kept to know since when it stands, and no customer knows of it
 * @param made when
 * @param since since when what it rests on stands
 * @param expires when it ends, or null
 */
public record DecisionReference(
        String reference,
        String accountId,
        @Nullable String endUserId,
        int group,
        String action,
        String reasonCode,
        boolean served,
        Instant made,
        Instant since,
        @Nullable Instant expires) {
    private static final int MAX_REFERENCE = 64;

    public DecisionReference {
        if (reference.isBlank() || reference.length() > MAX_REFERENCE) {
            throw new IllegalArgumentException(
                    "reference of " + reference.length() + " characters must have 1 to " + MAX_REFERENCE);
        }
    }
}
