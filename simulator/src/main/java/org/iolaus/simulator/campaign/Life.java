package org.iolaus.simulator.campaign;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a campaign's accounts come and go.
 *
 * @param signup when they were made
 * @param accountsPerCard accounts that share a card; 1 for unique cards
 * @param days days after which an account is banned and replaced; 0 for never
 * @param from start, as a share of the window
 * @param to end, as a share of the window
 * @param standby whether replacements are accounts kept ready, that take over within minutes
 * @param agedIn share of accounts bought from long-standing, verified customers
 * @param plan price plan of all accounts; empty for a customer's draw
 */
public record Life(
        Signup signup,
        int accountsPerCard,
        double days,
        double from,
        double to,
        boolean standby,
        double agedIn,
        String plan) {
    private static final Set<String> PLANS = new TreeSet<>(Set.of("free", "pro", "scale"));

    public Life {
        Limits.positive("accounts_per_card", accountsPerCard);
        if (!(days >= 0)) {
            throw new IllegalArgumentException("days " + days + " must be at least 0");
        }
        Limits.share("from", from);
        Limits.share("to", to);
        Limits.share("aged_in", agedIn);
        if (!plan.isEmpty() && !PLANS.contains(plan)) {
            throw new IllegalArgumentException("plan " + plan + " must be one of " + PLANS);
        }
        if (from >= to) {
            throw new IllegalArgumentException("from " + from + " must be below to " + to);
        }
    }

    /** When accounts were made. */
    public enum Signup {
        /** Most in a few bursts of the last weeks, some bought. */
        BURSTS,
        /** Opened or bought one by one over the weeks before, a fifth as ordinary customers. */
        GRADUAL,
        /** As ordinary customers. */
        ORDINARY,
        /** At least a year before. */
        AGED,
        /** Hours before their first use, as after a ban. */
        FRESH
    }
}
