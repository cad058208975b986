package org.iolaus.simulator.campaign;

/**
 * When a campaign works.
 *
 * @param clock hours of the day
 * @param jitterMinutes longest delay after a batch's start, for {@link Clock#BATCHES}
 */
public record Tempo(Clock clock, int jitterMinutes) {
    public Tempo {
        Limits.atLeastZero("jitter_minutes", jitterMinutes);
    }

    /** Hours of the day. */
    public enum Clock {
        ROUND_THE_CLOCK,
        HUMAN,
        BATCHES,
        /** Round the clock at one even rate, the same for all accounts, from the first hour on. */
        FLAT_OUT
    }
}
