package org.iolaus.service.review.account;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the verification of an account has come.
 *
 * @param accountId the account
 * @param state where it stands
 * @param tier what it is verified as, e.g. {@code education}
 * @param evidence where the evidence is kept, or null; never the evidence itself
 * @param expires when it lapses, or null
 * @param updated when it was last changed
 * @param updatedBy id of the key that changed it
 */
public record Verification(
        String accountId,
        State state,
        String tier,
        @Nullable String evidence,
        @Nullable Instant expires,
        Instant updated,
        String updatedBy) {
    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int MAX_EVIDENCE = 500;

    /** Where it stands. */
    public enum State {
        UNVERIFIED,
        REQUESTED,
        SUBMITTED,
        VERIFIED,
        REJECTED,
        EXPIRED;

        /** The name used in requests and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such state */
        public static State of(String label) {
            for (State state : values()) {
                if (state.label().equals(label)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(
                    "state " + label + " must be unverified, requested, submitted, verified, rejected or expired");
        }
    }

    public Verification {
        if (!TIER.matcher(tier).matches()) {
            throw new IllegalArgumentException(
                    "tier " + tier + " must have 1 to 40 small letters, digits, hyphens and underscores");
        }
        if (evidence != null && (evidence.isBlank() || evidence.length() > MAX_EVIDENCE)) {
            throw new IllegalArgumentException(
                    "evidence of " + evidence.length() + " characters must have 1 to " + MAX_EVIDENCE);
        }
    }

    /** The same as of a time: what was verified and has lapsed is expired. */
    public Verification at(Instant now) {
        boolean lapsed = state == State.VERIFIED && expires != null && !now.isBefore(expires);
        return lapsed ? new Verification(accountId, State.EXPIRED, tier, evidence, expires, updated, updatedBy) : this;
    }
}
