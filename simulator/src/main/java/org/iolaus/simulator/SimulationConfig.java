package org.iolaus.simulator;

/**
 * How a scenario is played.
 *
 * @param seed equal seeds give equal files
 * @param scale factor on the number of accounts
 * @param days length of the window; 0 for the scenario's own
 * @param threads worker threads; the files do not depend on it
 */
public record SimulationConfig(long seed, double scale, int days, int threads) {
    private static final int MAX_DAYS = 60;

    public SimulationConfig {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale " + scale + " must be above 0");
        }
        checkDays(days);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be at least 1");
        }
    }

    static void checkDays(int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days " + days + " must be between 0 and " + MAX_DAYS);
        }
    }
}
