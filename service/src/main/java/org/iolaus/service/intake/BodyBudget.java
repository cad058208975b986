package org.iolaus.service.intake;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be in memory at once, packed as they came. Thread-safe. */
final class BodyBudget {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /** Takes room for a body; false if there is none. A single body always fits into an empty budget. */
    boolean take(long bytes) {
        while (true) {
            long before = held.get();
            if (before > 0 && before + bytes > most) {
                return false;
            }
            if (held.compareAndSet(before, before + bytes)) {
                return true;
            }
        }
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
