package org.iolaus.service.engine;

import java.time.Duration;

/**
 * How facts are taken in.
 *
 * @param lateness how far a sender's exchanges may be out of order
 * @param idle how long a sender may be silent before it no longer holds the others back
 * @param maxAhead how far an event time may lie ahead of its receipt
 * @param tick how often time's passing is logged while something is open
 * @param maxQueuedExchanges exchanges that may be on their way to the detector
 * @param maxQueuedBytes bytes of logged batches that may be on their way to the detector
 * @param retryAfter when a sender is asked to try again if there is no room
 */
public record EngineConfig(
        Duration lateness,
        Duration idle,
        Duration maxAhead,
        Duration tick,
        int maxQueuedExchanges,
        long maxQueuedBytes,
        Duration retryAfter) {
    public static final EngineConfig DEFAULT = new EngineConfig(
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            500_000,
            256L << 20,
            Duration.ofSeconds(1));

    public EngineConfig {
        notNegative("lateness", lateness);
        notNegative("maxAhead", maxAhead);
        positive("idle", idle);
        positive("tick", tick);
        positive("retryAfter", retryAfter);
        atLeastOne("maxQueuedExchanges", maxQueuedExchanges);
        atLeastOne("maxQueuedBytes", maxQueuedBytes);
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " " + value + " must not be negative");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " " + value + " must be longer than nothing");
        }
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " " + value + " must be at least 1");
        }
    }
}
