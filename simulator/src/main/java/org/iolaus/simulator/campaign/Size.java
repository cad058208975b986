package org.iolaus.simulator.campaign;

/**
 * How large a campaign is.
 *
 * @param accounts accounts alive at once
 * @param median median number of exchanges an account in two weeks
 * @param endUsers end users it runs inside a reseller's account
 * @param fixedTotal whether a floor under the accounts leaves the sum of exchanges as it is
 */
public record Size(int accounts, double median, int endUsers, boolean fixedTotal) {
    /** Spread of the log-normal number of exchanges an account. */
    static final double SIGMA = 0.5;

    private static final int LEAST = 12;

    /** The size at which all accounts together make about {@code total} exchanges in two weeks. */
    public static Size total(int accounts, double total, int endUsers) {
        return new Size(accounts, total / accounts / Math.exp(SIGMA * SIGMA / 2), endUsers, true);
    }

    public Size {
        Limits.positive("accounts", accounts);
        Limits.atLeastZero("end_users", endUsers);
        if (!(median >= 1 && median <= 100_000)) {
            throw new IllegalArgumentException("exchanges " + median + " must be between 1 and 100000");
        }
    }

    /** Mean number of exchanges an account in two weeks. */
    double mean() {
        return median * Math.exp(SIGMA * SIGMA / 2);
    }

    Size scaled(double scale) {
        int more = Math.max(LEAST, (int) Math.round(accounts * scale));
        int users = endUsers == 0 ? 0 : Math.max(LEAST, (int) Math.round(endUsers * scale));
        double each = fixedTotal ? Math.max(1, median * accounts * scale / more) : median;
        return new Size(more, each, users, fixedTotal);
    }
}
