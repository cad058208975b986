package org.iolaus.service.review.action;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.iolaus.service.review.cases.SubjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Something a reviewer does.
 *
 * @param id its name
 * @param caseId case it concerns, or null if an appeal concerns none
 * @param appealId appeal it answers, or null
 * @param kind what is done
 * @param state how far it has come
 * @param block for a confirmation: that members are to be blocked
 * @param reviewer id of the reviewer's key
 * @param made when, to the microsecond; no two actions have the same time
 * @param until when an exemption ends, or null
 * @param reason why, as the reviewer says
 * @param subjects whom it names
 */
public record Action(
        String id,
        @Nullable String caseId,
        @Nullable String appealId,
        Kind kind,
        State state,
        boolean block,
        String reviewer,
        Instant made,
        @Nullable Instant until,
        String reason,
        List<SubjectKey> subjects) {
    /** What is done. */
    public enum Kind {
        CONFIRM,
        OVERTURN,
        NOTE,
        CLOSE,
        /** A review that the log holds and nobody is known to have made. */
        UNACCOUNTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    public enum State {
        /** It waits for a second reviewer. */
        PROPOSED,
        /** Its facts are being logged. */
        PENDING,
        DONE,
        /** It was never logged, so it never held. */
        ABANDONED,
        /** Whether it was logged cannot be told; somebody has to look. */
        UNCLEAR;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Action {
        subjects = List.copyOf(subjects);
    }

    Action in(State next) {
        return new Action(id, caseId, appealId, kind, next, block, reviewer, made, until, reason, subjects);
    }
}
