package org.iolaus.service.engine;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Finds exchanges that are dated too far ahead of their receipt. Whoever takes exchanges in asks it before they are put
 * into a batch, so that one wrong clock moves nobody else's time. Thread-safe.
 */
public final class AheadOfReceipt {
    private final long maxMicros;
    private final LongAdder count = new LongAdder();

    /** @param max how far ahead is taken */
    public AheadOfReceipt(Duration max) {
        maxMicros = max.toNanos() / 1_000;
    }

    /** Whether an exchange is to be set aside; counts it if so. */
    public boolean setsAside(long timeMicros, long receivedMicros) {
        boolean ahead = timeMicros - receivedMicros > maxMicros;
        if (ahead) {
            count.increment();
        }
        return ahead;
    }

    /** Exchanges set aside so far. */
    public long count() {
        return count.sum();
    }

    /** The latest event time taken at a time of receipt. */
    public long latest(long receivedMicros) {
        return receivedMicros + maxMicros;
    }
}
