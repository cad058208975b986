package org.iolaus.service.policy;

import java.time.Duration;
import java.util.Set;
import org.iolaus.detection.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What follows if its conditions hold.
 *
 * @param name unique in its policy
 * @param conditions when it applies
 * @param action what is done
 * @param mode whether it is done
 * @param duration for how long
 * @param budget what a throttled campaign may still ask; null for other actions
 */
public record Rule(
        String name,
        Conditions conditions,
        Action action,
        Mode mode,
        Duration duration,
        @Nullable Budget budget) {
    public Rule {
        if ((action == Action.THROTTLE) != (budget != null)) {
            throw new IllegalArgumentException("rule " + name + " with action " + action.label() + " must "
                    + (budget == null ? "have a budget" : "have no budget; only throttle has one"));
        }
        if (action == Action.BLOCK && !Boolean.TRUE.equals(conditions.confirmed())) {
            throw new IllegalArgumentException("rule " + name + " with action block must have confirmed: true"
                    + "\nA machine's verdict alone never blocks; maybe use restrict.");
        }
        if (action == Action.BLOCK && !conditions.verdicts().equals(Set.of(Verdict.BLOCK))) {
            throw new IllegalArgumentException("rule " + name + " with action block must have verdict: block"
                    + "\nReviewers give that verdict, for a campaign two of them together.");
        }
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("rule " + name + ": duration " + duration + " must be above 0");
        }
    }
}
