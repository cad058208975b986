package org.iolaus.simulator.actor;

/** Event times as RFC 3339 in UTC. */
public final class Times {
    private Times() {}

    /** With microseconds, as exchanges carry it. */
    public static String micros(long micros) {
        long second = Math.floorDiv(micros, 1_000_000L);
        String fraction =
                Long.toString(1_000_000L + Math.floorMod(micros, 1_000_000L)).substring(1);
        String whole = seconds(micros);
        return second < 0 ? whole : whole.substring(0, whole.length() - 1) + "." + fraction + "Z";
    }

    /** To the second, as account facts carry it. */
    public static String seconds(long micros) {
        return java.time.Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L))
                .toString();
    }
}
