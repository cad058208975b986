package org.iolaus.service.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.engine.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a subject: the verdict on it, since when, and what a person said.
 *
 * @param ruling the verdict, or null if there is none
 * @param since wall-clock time since which the action stands
 * @param review a person's decision, or null
 * @param blocked whether reviewers have decided to block, which one of them alone cannot for a campaign
 */
record Standing(
        @Nullable Ruling ruling, Instant since, @Nullable Review review, boolean blocked) {
    /** Nothing is held. */
    static Standing none(Instant now) {
        return new Standing(null, now, null, false);
    }

    /** This with a new verdict; an equal one or a milder one does not begin anew. */
    Standing ruled(Ruling next, Instant now) {
        boolean rises = ruling == null
                || next.verdict().compareTo(ruling.verdict()) > 0
                || (next.group() != ruling.group() && next.verdict().atLeast(Verdict.VERIFY));
        return new Standing(next, rises ? now : since, review, blocked);
    }

    /** This with a person's decision; confirming a verdict begins it anew, as of the confirmation. */
    Standing reviewed(Review next) {
        boolean confirmed = next.outcome() == Review.Outcome.CONFIRMED;
        Instant made = Instant.EPOCH.plus(next.timeMicros(), ChronoUnit.MICROS);
        return new Standing(ruling, confirmed && made.isAfter(since) ? made : since, next, confirmed && blocked);
    }

    /** This, standing since another time, as recorded before a restart. */
    Standing since(Instant earlier) {
        return new Standing(ruling, earlier, review, blocked);
    }

    /** This, with the reviewers' decision to block. */
    Standing withBlock() {
        return new Standing(ruling, since, review, true);
    }

    /** The verdict: of detection, or {@link Verdict#BLOCK} if reviewers decided so on one that asks for anything. */
    Verdict verdict() {
        Verdict detected = ruling == null ? Verdict.ALLOW : ruling.verdict();
        return blocked && detected.atLeast(Verdict.VERIFY) ? Verdict.BLOCK : detected;
    }

    int group() {
        return ruling == null ? 0 : ruling.group();
    }

    boolean provisional() {
        return ruling != null && ruling.provisional();
    }

    @Nullable
    String campaignId() {
        return ruling == null ? null : ruling.campaignId();
    }

    boolean confirmed() {
        return review != null
                && review.outcome() == Review.Outcome.CONFIRMED
                && verdict().atLeast(Verdict.VERIFY);
    }

    /** Until when a person has exempted the subject; the distant past if nobody has. */
    long exemptUntilMillis() {
        if (review == null || review.outcome() != Review.Outcome.OVERTURNED) {
            return Long.MIN_VALUE;
        }
        return review.untilMicros() == Long.MAX_VALUE ? Long.MAX_VALUE : review.untilMicros() / 1000;
    }
}
