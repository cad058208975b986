package org.iolaus.service.server;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;

/** How many subjects each action is in force for. A scrape asks for every action: they are counted together. Thread-safe. */
final class ActiveDecisions {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Decisions decisions;
    private final Map<Mode, Map<Action, Long>> counts = new EnumMap<>(Mode.class);
    private long counted;

    ActiveDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    synchronized long count(Mode mode, Action action) {
        long now = System.nanoTime();
        if (counts.isEmpty() || now - counted > FRESH_NANOS) {
            for (Mode each : Mode.values()) {
                counts.put(each, decisions.countActive(each));
            }
            counted = now;
        }
        return counts.getOrDefault(mode, Map.of()).getOrDefault(action, 0L);
    }
}
