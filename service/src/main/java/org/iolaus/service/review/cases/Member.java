package org.iolaus.service.review.cases;

import java.time.Instant;
import java.util.Locale;
import org.iolaus.detection.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A member of a case.
 *
 * @param who the account, or an end user of it
 * @param verdict the verdict on it, as of the last ruling
 * @param reached event time of the exchange that decided it
 * @param outcome what reviewers decided, or null
 * @param exemptUntil when its exemption ends, or null if it has none
 */
public record Member(
        SubjectKey who,
        Verdict verdict,
        Instant reached,
        @Nullable Outcome outcome,
        @Nullable Instant exemptUntil) {
    /** What reviewers decided on a member. */
    public enum Outcome {
        /** The verdict is right. */
        CONFIRMED,
        /** The verdict is right, and the member is blocked. */
        BLOCKED,
        /** The verdict is wrong. */
        OVERTURNED;

        /** The name used in requests and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether an exemption holds at a time. */
    public boolean exempt(Instant now) {
        return exemptUntil != null && now.isBefore(exemptUntil);
    }
}
