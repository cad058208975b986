package org.iolaus.service.review.action;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.iolaus.service.store.Times;

/** Writes an action's reviews into the fact log, all of them or none, and waits until they are on disk. Thread-safe. */
final class ReviewLog {
    private static final String SENDER = "review";

    /** What became of them. */
    sealed interface Written {
        /** They are on disk, and hold. */
        record Durable() implements Written {}

        /**
         * They were not taken.
         *
         * @param reason why
         * @param retryAfter when to try again
         */
        record Refused(String reason, Duration retryAfter) implements Written {}

        /**
         * Whether they are on disk will be known after a restart.
         *
         * @param reason why
         */
        record Unknown(String reason) implements Written {}
    }

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final FactSink sink;
    private final Duration patience;

    ReviewLog(FactSink sink, Duration patience) {
        this.sink = sink;
        this.patience = patience;
    }

    Written write(Action action) {
        Batch batch = new Batch(
                Times.micros(action.made()),
                SENDER,
                reviews(action).stream().<Fact>map(Fact.Reviewed::new).toList());
        return switch (sink.submit(batch)) {
            case Submission.Busy busy -> new Written.Refused(busy.reason(), busy.retryAfter());
            case Submission.Unwritable unwritable -> new Written.Refused(unwritable.reason(), RETRY_AFTER);
            case Submission.Taken taken -> await(taken);
        };
    }

    /** An action as the detector takes it: one review for each subject. */
    static List<Review> reviews(Action action) {
        long made = Times.micros(action.made());
        long until = action.until() == null ? Long.MAX_VALUE : Times.micros(action.until());
        Review.Outcome outcome =
                action.kind() == Action.Kind.OVERTURN ? Review.Outcome.OVERTURNED : Review.Outcome.CONFIRMED;
        return action.subjects().stream()
                .map(who -> new Review(who.accountId(), who.endUserId(), outcome, made, until))
                .toList();
    }

    private Written await(Submission.Taken taken) {
        try {
            taken.durable().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Written.Durable();
        } catch (ExecutionException e) {
            return new Written.Unknown(
                    e.getCause() instanceof IOException failed ? String.valueOf(failed.getMessage()) : e.toString());
        } catch (TimeoutException e) {
            return new Written.Unknown("it was not on disk within " + patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Written.Unknown("the service is stopping");
        }
    }
}
