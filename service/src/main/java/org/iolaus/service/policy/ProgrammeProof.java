package org.iolaus.service.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one account has proved that it belongs to its programme.
 *
 * @param accountId the account
 * @param state as last set
 * @param time when it was set
 * @param expires when an accepted proof becomes too old; null in other states
 * @param evidence where the proof is kept: references, never documents
 * @param by name of the key that set it
 * @param reason why
 */
public record ProgrammeProof(
        String accountId,
        ProgrammeState state,
        Instant time,
        @Nullable Instant expires,
        List<String> evidence,
        String by,
        String reason) {
    public ProgrammeProof {
        evidence = List.copyOf(evidence);
        if ((state == ProgrammeState.VERIFIED) != (expires != null)) {
            throw new IllegalArgumentException("state " + state.label() + " must "
                    + (expires == null ? "have a time of expiry" : "have no time of expiry; only verified has one"));
        }
        if (state == ProgrammeState.EXPIRED) {
            throw new IllegalArgumentException("state expired must not be set; it comes by itself");
        }
        if (state == ProgrammeState.VERIFIED && evidence.isEmpty()) {
            throw new IllegalArgumentException("state verified must name evidence");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason \"" + reason + "\" must not be blank");
        }
    }

    /** Its state at a time. */
    public ProgrammeState at(Instant now) {
        return expires != null && !now.isBefore(expires) ? ProgrammeState.EXPIRED : state;
    }

    /**
     * The next proof of the same account.
     *
     * @throws IllegalArgumentException if this state does not lead there
     */
    public ProgrammeProof next(ProgrammeProof next) {
        requireNext(at(next.time()), next.state());
        return next;
    }

    /** @throws IllegalArgumentException if one state does not lead to the other */
    public static void requireNext(ProgrammeState from, ProgrammeState to) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException("state " + to.label() + " must not follow " + from.label() + ", only "
                    + from.next().stream()
                            .sorted()
                            .map(ProgrammeState::label)
                            .reduce((a, b) -> a + " or " + b)
                            .orElse("none"));
        }
    }
}
