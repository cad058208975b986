package org.iolaus.service.review.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What people were last told of whether facts are taken. A change is told at once, but not sooner than a minute after the
 * last word, so that a disk that comes and goes raises no storm; a stop that lasts is told again every hour. Thread-safe.
 */
final class IntakeHealth {
    private static final Duration SOONEST = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofHours(1);

    private boolean toldStopped;
    private Instant told = Instant.EPOCH;

    /**
     * Hears how things are, at each change and every minute or so.
     *
     * @param problem why nothing is taken, if so
     * @return what people are to be told now, if anything
     */
    synchronized Optional<Occasion> heard(Optional<String> problem, Instant now) {
        boolean stopped = problem.isPresent();
        Duration silent = Duration.between(told, now);
        boolean due = stopped != toldStopped ? silent.compareTo(SOONEST) >= 0 : stopped && silent.compareTo(AGAIN) >= 0;
        if (!due) {
            return Optional.empty();
        }
        toldStopped = stopped;
        told = now;
        return Optional.of(problem.map(reason -> Occasion.intakeStopped(reason, now))
                .orElseGet(() -> Occasion.intakeResumed(now)));
    }
}
