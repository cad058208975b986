package org.iolaus.service.review.action;

import java.time.Instant;
import java.util.Locale;
import org.iolaus.service.review.cases.SubjectKey;
import org.jspecify.annotations.Nullable;

/**
 * A customer's objection to a decision.
 *
 * @param id its name
 * @param reference the decision's, as the customer quotes it
 * @param caseId case that the decision came from, or null
 * @param who whom the decision was about
 * @param state where it stands
 * @param filed when it came in
 * @param filedBy id of the key that it came in by
 * @param statement what the customer says
 * @param decided when it was decided, or null
 * @param decidedBy id of the reviewer's key, or null
 * @param answer what the reviewer says, or null
 */
public record Appeal(
        String id,
        String reference,
        @Nullable String caseId,
        SubjectKey who,
        State state,
        Instant filed,
        String filedBy,
        String statement,
        @Nullable Instant decided,
        @Nullable String decidedBy,
        @Nullable String answer) {
    /** Where it stands. */
    public enum State {
        OPEN,
        /** The decision was wrong: the customer is exempt. */
        GRANTED,
        /** The decision stands. */
        REFUSED;

        /** The name used in requests and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
