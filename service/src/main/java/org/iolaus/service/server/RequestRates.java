package org.iolaus.service.server;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How fast each API key may send requests: a bucket of one second's requests that refills evenly (generic cell rate
 * algorithm). It holds one number for each key that is known to be valid. Thread-safe.
 */
final class RequestRates {
    private static final long SECOND = 1_000_000_000L;

    private final long cost;
    private final LongSupplier nanos;
    /** For each key, the time at which its bucket is full again. */
    private final ConcurrentHashMap<String, AtomicLong> full = new ConcurrentHashMap<>();

    /** @param nanos a clock that never goes back, in nanoseconds */
    RequestRates(int perSecond, LongSupplier nanos) {
        this.cost = Math.max(1, SECOND / perSecond);
        this.nanos = nanos;
    }

    /** Takes one request of a key; says how long to wait if there is none left, or zero. */
    Duration take(String key) {
        AtomicLong bucket = full.computeIfAbsent(key, name -> new AtomicLong(nanos.getAsLong()));
        while (true) {
            long now = nanos.getAsLong();
            long before = bucket.get();
            long after = (before - now > 0 ? before : now) + cost;
            long wait = after - now - SECOND;
            if (wait > 0) {
                return Duration.ofNanos(wait);
            }
            if (bucket.compareAndSet(before, after)) {
                return Duration.ZERO;
            }
        }
    }
}
