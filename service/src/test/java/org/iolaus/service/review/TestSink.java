package org.iolaus.service.review;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;

/** A fact log in memory that a test may break. Not thread-safe. */
public final class TestSink implements FactSink {
    /** What it does with a batch. */
    public enum Mode {
        WORKS,
        UNWRITABLE,
        BUSY,
        /** It takes the batch and cannot say whether it is on disk. */
        FAILS
    }

    public Mode mode = Mode.WORKS;
    /** Called after a batch was taken, before anybody hears of it. */
    public Runnable afterwards = () -> {};

    private final List<Review> reviews = new ArrayList<>();

    @Override
    public Submission submit(Batch batch) {
        return switch (mode) {
            case UNWRITABLE -> new Submission.Unwritable("the disk is full");
            case BUSY -> new Submission.Busy(Duration.ofSeconds(3), "the queue is full");
            case FAILS -> new Submission.Taken(CompletableFuture.failedFuture(new IOException("input/output error")));
            case WORKS -> {
                batch.facts().forEach(fact -> reviews.add(((Fact.Reviewed) fact).review()));
                afterwards.run();
                yield new Submission.Taken(CompletableFuture.completedFuture(null));
            }
        };
    }

    public List<Review> reviews() {
        return List.copyOf(reviews);
    }
}
