package org.iolaus.service.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the allow-list. It wins over every rule and never stops scoring.
 *
 * @param accountId account, or null if an organisation is named
 * @param endUserId only this end user of the account; or null for all of it
 * @param organizationId organisation, or null if an account is named
 * @param until when it ends
 * @param reason why, for the next person to read
 */
public record Allowance(
        @Nullable String accountId,
        @Nullable String endUserId,
        @Nullable String organizationId,
        Instant until,
        String reason) {
    public Allowance {
        if ((accountId == null) == (organizationId == null)) {
            throw new IllegalArgumentException("an allowance must name an account or an organization, and not both");
        }
        if (endUserId != null && accountId == null) {
            throw new IllegalArgumentException("end_user " + endUserId + " must come with its account");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason \"" + reason + "\" must not be blank");
        }
    }

    boolean covers(Situation situation) {
        if (!situation.time().isBefore(until)) {
            return false;
        }
        if (accountId != null) {
            return accountId.equals(situation.accountId())
                    && (endUserId == null || endUserId.equals(situation.endUserId()));
        }
        return situation.facts() != null
                && String.valueOf(organizationId).equals(situation.facts().organizationId());
    }

    /** Whom it names. */
    public String subject() {
        return organizationId != null
                ? "organization " + organizationId
                : "account " + accountId + (endUserId == null ? "" : ", end user " + endUserId);
    }
}
