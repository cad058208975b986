package org.iolaus.simulator.actor;

/**
 * The program that calls.
 *
 * @param ja4 TLS fingerprint
 * @param userAgent HTTP user agent
 * @param browser whether a person sits in front of it
 */
public record Client(String ja4, String userAgent, boolean browser) implements Program {
    @Override
    public Client at(long seed, long timeMicros) {
        return this;
    }
}
