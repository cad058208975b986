package org.iolaus.service.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was served because of a request's address alone, each reference once, until the recorder takes it; look-ups add to
 * it and never wait. Beyond so many references they are let go and come again with a later request. Thread-safe.
 */
final class AddressRecord {
    private static final int MOST = 100_000;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Change> waiting = new ConcurrentLinkedQueue<>();

    /** Whether a reference has not been added; it then counts as added, and the caller has to add its change. */
    boolean isNew(String reference) {
        return !known.contains(reference) && known.size() < MOST && known.add(reference);
    }

    void add(Change change) {
        waiting.add(change);
    }

    /** Takes what was added since the last time. */
    List<Change> taken() {
        List<Change> taken = new ArrayList<>();
        for (Change next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return taken;
    }
}
