package org.iolaus.service.policy;

import java.util.Locale;
import java.util.Set;

/** How far an education, research or start-up account has proved that it belongs to its programme. */
public enum ProgrammeState {
    /** Nobody has asked yet. */
    UNVERIFIED,
    /** The customer has been asked for a proof. */
    REQUESTED,
    /** A proof has come and nobody has judged it yet. */
    SUBMITTED,
    VERIFIED,
    /** The proof was not accepted. */
    REJECTED,
    /** The proof was accepted once and is too old. */
    EXPIRED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The states that a person may set next. */
    public Set<ProgrammeState> next() {
        return switch (this) {
            case UNVERIFIED, EXPIRED -> Set.of(REQUESTED, SUBMITTED);
            case REQUESTED -> Set.of(SUBMITTED, REJECTED);
            case SUBMITTED -> Set.of(VERIFIED, REJECTED, REQUESTED);
            case VERIFIED -> Set.of(REQUESTED, SUBMITTED, REJECTED);
            case REJECTED -> Set.of(REQUESTED, SUBMITTED);
        };
    }
}
