package org.iolaus.service.review.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prompts on their way to {@link Samples}: in memory for a second or so, few, and one an account and minute, so that what
 * is kept does not all stem from one moment. Whoever brings a prompt never waits; what finds no room is let go. Turned off
 * it wants nothing. Thread-safe.
 */
public final class SampleQueue {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int MOST_ACCOUNTS = 100_000;
    private static final int MOST_WAITING = 1000;

    private final SampleConfig config;
    private final InstantSource clock;
    private final Map<String, Instant> taken = new ConcurrentHashMap<>();
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private record Waiting(String accountId, String prompt) {}

    public SampleQueue(SampleConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** One that is turned off. */
    public static SampleQueue off() {
        return new SampleQueue(SampleConfig.DEFAULT, InstantSource.system());
    }

    /** Whether a prompt of an account would be taken now. */
    public boolean wants(String accountId) {
        if (!config.enabled() || waiting.remainingCapacity() == 0) {
            return false;
        }
        Instant last = taken.get(accountId);
        return last == null || !clock.instant().isBefore(last.plus(APART));
    }

    /** Most prompts that it makes sense to bring at once. */
    public int most() {
        return MOST_WAITING;
    }

    /** The beginning of a prompt, as much as is kept. */
    public String cut(String prompt) {
        return config.cut(prompt);
    }

    /** Takes a prompt that has been acknowledged to whoever sent it. */
    public void add(String accountId, String prompt) {
        if (wants(accountId)) {
            if (taken.size() >= MOST_ACCOUNTS) {
                taken.clear();
            }
            taken.put(accountId, clock.instant());
            waiting.offer(new Waiting(accountId, cut(prompt)));
        }
    }

    /** Forgets an account that is being erased. */
    public void forget(String accountId) {
        taken.remove(accountId);
        waiting.removeIf(each -> each.accountId().equals(accountId));
    }

    /**
     * Brings what waits to the database; to be called every second or so.
     *
     * @throws org.iolaus.service.store.DatabaseAway if it cannot be reached; what waited is then let go
     */
    public void write(Samples samples) {
        List<Waiting> all = new ArrayList<>();
        waiting.drainTo(all);
        all.forEach(each -> samples.offer(each.accountId(), each.prompt()));
    }
}
