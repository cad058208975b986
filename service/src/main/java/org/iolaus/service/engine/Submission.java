package org.iolaus.service.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What became of a batch. */
public sealed interface Submission {
    /**
     * It was taken.
     *
     * @param durable completes once the batch is forced to disk and may be acknowledged; fails with {@link
     *     java.io.IOException} if it could not be
     */
    record Taken(CompletableFuture<Void> durable) implements Submission {}

    /**
     * There is no room for it now.
     *
     * @param retryAfter when to try again
     * @param reason which bound is reached, in a sentence
     */
    record Busy(Duration retryAfter, String reason) implements Submission {}

    /**
     * The log cannot be written.
     *
     * @param reason why, in a sentence
     */
    record Unwritable(String reason) implements Submission {}
}
