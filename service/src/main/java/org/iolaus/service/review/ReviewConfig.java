package org.iolaus.service.review;

import java.time.Duration;

/**
 * How reviewing works.
 *
 * @param exemption how long an overturned account is exempt from verdicts
 * @param secondReviewerFrom accounts from which on a block needs a second reviewer
 * @param proposalLife how long a block waits for the second reviewer
 * @param maxReason characters that a reason, a note or an appeal may have
 * @param logPatience how long an action waits for its facts to be logged
 */
public record ReviewConfig(
        Duration exemption, int secondReviewerFrom, Duration proposalLife, int maxReason, Duration logPatience) {
    public static final ReviewConfig DEFAULT =
            new ReviewConfig(Duration.ofDays(90), 2, Duration.ofDays(7), 2000, Duration.ofSeconds(10));

    public ReviewConfig {
        positive("exemption", exemption);
        positive("proposalLife", proposalLife);
        positive("logPatience", logPatience);
        atLeastOne("secondReviewerFrom", secondReviewerFrom);
        atLeastOne("maxReason", maxReason);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("review." + name + " " + value + " must be longer than nothing");
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("review." + name + " " + value + " must be at least 1");
        }
    }
}
