package org.iolaus.simulator.actor;

/** Event times as RFC 3339 in UTC. */
public final class Times {
    private Times() {}

    /** To the second, as account facts carry it. */
    public static String seconds(long micros) {
        return java.time.Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L))
                .toString();
    }
}
