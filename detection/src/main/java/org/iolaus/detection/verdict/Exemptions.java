package org.iolaus.detection.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Whom people have exempted from verdicts, and until when. A decision takes effect in the epoch that its time is in, and
 * the longest one holds, so the order in which decisions come does not matter. Not thread-safe.
 */
public final class Exemptions {
    private final List<Review> pending = new ArrayList<>();
    private final Map<Named, Long> until = new HashMap<>();

    /** An account, or an end user of it. */
    private record Named(String accountId, @Nullable String endUserId) {}

    /** Records a decision. Only one that overturns exempts anybody. */
    public void add(Review review) {
        if (review.outcome() == Review.Outcome.OVERTURNED) {
            pending.add(review);
        }
    }

    /** Lets decisions before an event time take effect. */
    public void apply(long micros) {
        pending.removeIf(review -> {
            boolean due = review.timeMicros() < micros;
            if (due) {
                until.merge(new Named(review.accountId(), review.endUserId()), review.untilMicros(), Math::max);
            }
            return due;
        });
    }

    /** Event time at which a subject's exemption ends or ended; {@link Long#MIN_VALUE} if it never had one. */
    long until(Subject subject) {
        return until.isEmpty() ? Long.MIN_VALUE : until(new Named(subject.accountId(), subject.endUserId()));
    }

    private long until(Named named) {
        return until.getOrDefault(named, Long.MIN_VALUE);
    }

    /** Whether a subject is exempt at an event time, by what has taken effect. */
    public boolean exempts(Subject subject, long micros) {
        return micros < until(subject);
    }

    /** Whether somebody has decided to exempt an account or end user beyond an event time, in effect or not yet. */
    public boolean decided(String accountId, @Nullable String endUserId, long micros) {
        if (until.isEmpty() && pending.isEmpty()) {
            return false;
        }
        Named named = new Named(accountId, endUserId);
        return micros < until(named)
                || pending.stream()
                        .anyMatch(review -> micros < review.untilMicros()
                                && named.equals(new Named(review.accountId(), review.endUserId())));
    }
}
