package org.iolaus.service.decision;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.iolaus.service.policy.Budget;

/**
 * What throttled campaigns may still ask: one token bucket a campaign, shared by all its accounts, so that more accounts
 * bring no more requests. A bucket is one number, the time at which it would be full again (generic cell rate
 * algorithm). Thread-safe and lock-free.
 */
final class CampaignBudgets {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ConcurrentHashMap<String, AtomicLong> fullAt = new ConcurrentHashMap<>();

    /**
     * Takes one request out of a campaign's budget.
     *
     * @return 0 if there was one left; otherwise milliseconds until there will be, rounded up
     */
    long take(String campaign, Budget budget, long nowMillis) {
        long now = nowMillis * NANOS_PER_MILLI;
        long step = budget.per().toNanos() / budget.requests();
        long burst = budget.per().toNanos();
        AtomicLong bucket = fullAt.computeIfAbsent(campaign, name -> new AtomicLong(now));
        while (true) {
            long seen = bucket.get();
            long next = Math.max(seen, now) + step;
            if (next - now > burst) {
                return Math.ceilDiv(next - now - burst, NANOS_PER_MILLI);
            }
            if (bucket.compareAndSet(seen, next)) {
                return 0;
            }
        }
    }

    /** Forgets buckets that are full. */
    void sweep(long nowMillis) {
        fullAt.values().removeIf(bucket -> bucket.get() <= nowMillis * NANOS_PER_MILLI);
    }
}
