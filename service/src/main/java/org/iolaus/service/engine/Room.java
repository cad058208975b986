package org.iolaus.service.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How much may be on its way to the detector. A batch takes its place before it is logged and gives it back when it is
 * applied, so nothing between can grow beyond this. A batch larger than the bound is taken when nothing else is there.
 * Thread-safe.
 */
final class Room {
    private final long maxExchanges;
    private final long maxBytes;
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Room(long maxExchanges, long maxBytes) {
        this.maxExchanges = maxExchanges;
        this.maxBytes = maxBytes;
    }

    /** Whether nothing is left, without taking any: why, or null. */
    @Nullable
    String full() {
        if (exchanges.get() >= maxExchanges) {
            return full("exchanges", maxExchanges);
        }
        return bytes.get() >= maxBytes ? full("bytes", maxBytes) : null;
    }

    /** Takes a place; why there is none, or null. */
    @Nullable
    String take(int moreExchanges, int moreBytes) {
        if (!take(exchanges, moreExchanges, maxExchanges)) {
            return full("exchanges", maxExchanges);
        }
        if (!take(bytes, moreBytes, maxBytes)) {
            exchanges.addAndGet(-moreExchanges);
            return full("bytes", maxBytes);
        }
        return null;
    }

    private static boolean take(AtomicLong taken, long more, long max) {
        long before = taken.getAndAdd(more);
        if (before > 0 && before + more > max) {
            taken.addAndGet(-more);
            return false;
        }
        return true;
    }

    private static String full(String what, long max) {
        return "the detector is behind: at most " + max + " " + what + " may wait for it";
    }

    void give(int lessExchanges, int lessBytes) {
        exchanges.addAndGet(-lessExchanges);
        bytes.addAndGet(-lessBytes);
    }

    long exchanges() {
        return exchanges.get();
    }

    long bytes() {
        return bytes.get();
    }
}
