package org.iolaus.service.review.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an account has proved what it claims to be, as it was last set. Which state may follow which is for policy to
 * say.
 *
 * @param accountId the account
 * @param state by its name
 * @param evidence where the proof is kept: references, never documents
 * @param expires when the proof becomes too old, or null
 * @param set when it was set
 * @param by id of the key that set it
 * @param reason why
 */
public record Verification(
        String accountId,
        String state,
        List<String> evidence,
        @Nullable Instant expires,
        Instant set,
        String by,
        String reason) {
    private static final int MAX_EVIDENCE = 20;
    private static final int MAX_REFERENCE = 500;

    public Verification {
        evidence = List.copyOf(evidence);
        if (evidence.size() > MAX_EVIDENCE) {
            throw new IllegalArgumentException(
                    "evidence of " + evidence.size() + " references must have at most " + MAX_EVIDENCE);
        }
        for (String reference : evidence) {
            if (reference.isBlank() || reference.length() > MAX_REFERENCE || reference.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("evidence reference of " + reference.length()
                        + " characters must have 1 to " + MAX_REFERENCE + " in one line");
            }
        }
    }
}
