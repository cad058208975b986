package org.iolaus.service.review.account;

import java.time.Instant;

/**
 * A legal hold: nothing about the account may be erased for now.
 *
 * @param accountId the account
 * @param reason why
 * @param placed when
 * @param placedBy id of the key that placed it
 * @param until when it ends unless it is renewed
 */
public record Hold(String accountId, String reason, Instant placed, String placedBy, Instant until) {
    public Hold {
        if (!until.isAfter(placed)) {
            throw new IllegalArgumentException("until " + until + " must lie after now, " + placed);
        }
    }
}
