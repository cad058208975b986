package org.iolaus.service.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;

/** A log in memory that is now and then full, slow or broken, or one before another log. Thread-safe. */
public final class RecordingSink implements FactSink {
    private final UnaryOperator<Submission> weather;
    private final FactSink next;
    private final List<Long> keys = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, String> positions = new HashMap<>();
    private int calls;

    /** One that takes everything at once. */
    public RecordingSink() {
        this(batch -> new Submission.Taken(CompletableFuture.completedFuture(null)), false);
    }

    /** One in front of another. */
    public RecordingSink(FactSink next, boolean stormy) {
        this.next = next;
        int[] turn = {0};
        weather = taken -> switch (stormy ? turn[0]++ % 4 : 3) {
            case 0 -> new Submission.Busy(Duration.ofMillis(20), "it is full");
            case 1 -> new Submission.Unwritable("it cannot be written");
            case 2 -> new Submission.Taken(CompletableFuture.failedFuture(new IOException("disk full")));
            default -> taken;
        };
    }

    @Override
    public synchronized Submission submit(Batch batch) {
        calls++;
        Submission now = weather.apply(new Submission.Taken(CompletableFuture.completedFuture(null)));
        boolean clear = now instanceof Submission.Taken(var durable) && !durable.isCompletedExceptionally();
        if (!clear) {
            return now;
        }
        Submission submission = next.submit(batch);
        return submission instanceof Submission.Taken(var durable)
                ? new Submission.Taken(durable.thenRun(() -> record(batch)))
                : submission;
    }

    private synchronized void record(Batch batch) {
        for (Fact fact : batch.facts()) {
            switch (fact) {
                case Fact.Exchanged(var fingerprint) -> {
                    keys.add(fingerprint.key());
                    accounts.add(fingerprint.accountId());
                }
                case Fact.Read(var source, var position) -> positions.put(source, position);
                default -> {}
            }
        }
    }

    public synchronized int calls() {
        return calls;
    }

    /** Keys of exchanges in the order logged. */
    public synchronized List<Long> keys() {
        return List.copyOf(keys);
    }

    /** Accounts of exchanges in the order logged. */
    public synchronized List<String> accounts() {
        return List.copyOf(accounts);
    }

    public synchronized Map<String, String> positions() {
        return Map.copyOf(positions);
    }
}
