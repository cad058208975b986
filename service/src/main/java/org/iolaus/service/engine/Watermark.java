package org.iolaus.service.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The event time before which nothing more is awaited, a function of the log's content alone. Each sender has a clock that
 * follows the middle one of three neighbouring times, so a single wrong time does not move it; the watermark is the least
 * clock of the senders that are not idle, minus the lateness. A sender that has sent fewer than three exchanges may hold
 * back but not push; one whose exchanges would all be late anyway does neither.
 *
 * <p>Time that passes is counted from the times of receipt, step by step, and no step is longer than {@value
 * #MAX_STEP_MICROS} µs or shorter than nothing, so a receiving clock that jumps makes nobody idle. An epoch to which
 * nothing was added for as long as it and the lateness last closes even if no sender is left to push. Not thread-safe.
 */
final class Watermark {
    private static final long MAX_STEP_MICROS = 60_000_000L;
    private static final int NEIGHBOURS = 3;

    private final long epochMicros;
    private long latenessMicros;
    private long idleMicros;
    private final Map<String, Clock> clocks = new HashMap<>();
    /** Open epochs by their end, and how much time had passed when something was last added. */
    private final TreeMap<Long, Long> open = new TreeMap<>();

    private long receivedMicros = Long.MIN_VALUE;
    private long passedMicros;
    private long micros = Long.MIN_VALUE;

    Watermark(Duration lateness, Duration idle, long epochMicros) {
        this.epochMicros = epochMicros;
        configure(lateness, idle);
    }

    void configure(Duration lateness, Duration idle) {
        latenessMicros = lateness.toNanos() / 1_000;
        idleMicros = idle.toNanos() / 1_000;
    }

    /** One sender's clock. */
    private static final class Clock {
        private int heard;
        private long latest;
        private long before;
        private long micros;
        private long heardAt;

        void hear(long time) {
            heard++;
            if (heard < NEIGHBOURS) {
                micros = heard == 1 ? time : Math.min(micros, time);
            } else {
                long middle = Math.max(Math.min(before, latest), Math.min(Math.max(before, latest), time));
                micros = heard == NEIGHBOURS ? middle : Math.max(micros, middle);
            }
            before = latest;
            latest = time;
        }
    }

    /** A batch was received. */
    void receive(long atMicros) {
        if (receivedMicros != Long.MIN_VALUE) {
            passedMicros += Math.clamp(atMicros - receivedMicros, 0, MAX_STEP_MICROS);
        }
        receivedMicros = atMicros;
        clocks.values().removeIf(clock -> passedMicros - clock.heardAt > idleMicros);
    }

    /** The batch held an exchange of this time. */
    void exchange(String sender, long timeMicros) {
        Clock clock = clocks.computeIfAbsent(sender, name -> new Clock());
        clock.hear(timeMicros);
        clock.heardAt = passedMicros;
        long end = (Math.floorDiv(timeMicros, epochMicros) + 1) * epochMicros;
        if (end > micros) {
            open.put(end, passedMicros);
        }
    }

    /** The watermark now; never less than before. */
    long micros() {
        long least = Long.MAX_VALUE;
        boolean pushed = false;
        for (Clock clock : clocks.values()) {
            if (clock.micros >= micros) {
                least = Math.min(least, clock.micros);
                pushed |= clock.heard >= NEIGHBOURS;
            }
        }
        if (pushed) {
            move(least - latenessMicros);
        }
        while (!open.isEmpty() && passedMicros - open.firstEntry().getValue() >= latenessMicros + epochMicros) {
            move(open.firstKey());
        }
        return micros;
    }

    private void move(long to) {
        micros = Math.max(micros, to);
        open.headMap(micros, true).clear();
    }

    /** All epochs were closed. */
    void drain() {
        if (!open.isEmpty()) {
            move(open.lastKey());
        }
    }

    /** Whether an epoch holds something and is not closed. */
    boolean open() {
        return !open.isEmpty();
    }
}
