package org.iolaus.service.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.fact.Batch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the batches of one source to the log, each until it is durable and before the next one; so a source is read no
 * faster than the log takes it. Not thread-safe.
 */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final long STEP_MILLIS = 200;
    private static final long MAX_RETRY_MILLIS = 10_000;

    private final FactSink sink;
    private final Runnable whileWaiting;

    /** @param whileWaiting called several times a second while a batch waits */
    public Delivery(FactSink sink, Runnable whileWaiting) {
        this.sink = sink;
        this.whileWaiting = whileWaiting;
    }

    /** Returns once what was received is durable. */
    public void deliver(Reception reception, String sender) throws InterruptedException {
        deliver(reception.batch(sender));
        reception.acknowledged();
    }

    private void deliver(Batch batch) throws InterruptedException {
        long retryMillis = STEP_MILLIS;
        while (true) {
            switch (sink.submit(batch)) {
                case Submission.Taken(CompletableFuture<Void> durable) -> {
                    String failure = await(durable);
                    if (failure.isEmpty()) {
                        return;
                    }
                    retryMillis = retry(batch, failure, retryMillis);
                }
                case Submission.Busy(Duration retryAfter, String reason) -> {
                    LOG.debug("{} waits: {}", batch.sender(), reason);
                    pause(retryAfter.toMillis());
                }
                case Submission.Unwritable(String reason) -> retryMillis = retry(batch, reason, retryMillis);
            }
        }
    }

    /** Waits for the batch; returns why it did not become durable, or nothing. */
    private String await(CompletableFuture<Void> durable) throws InterruptedException {
        while (true) {
            try {
                durable.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
                return "";
            } catch (TimeoutException e) {
                whileWaiting.run();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failure) {
                    return "the log cannot be written: " + failure.getMessage();
                }
                throw new IllegalStateException("a batch must become durable or fail with an IOException", e);
            }
        }
    }

    private long retry(Batch batch, String reason, long millis) throws InterruptedException {
        LOG.warn("{} is not read on, next attempt in {} ms: {}", batch.sender(), millis, reason);
        pause(millis);
        return Math.min(2 * millis, MAX_RETRY_MILLIS);
    }

    private void pause(long millis) throws InterruptedException {
        long left = Math.max(1, millis);
        while (left > 0) {
            Thread.sleep(Math.min(left, STEP_MILLIS));
            left -= STEP_MILLIS;
            whileWaiting.run();
        }
    }
}
