package org.iolaus.simulator.campaign;

/**
 * How a campaign's accounts come and go.
 *
 * @param signup when they were made
 * @param accountsPerCard accounts that share a card; 1 for unique cards
 * @param days days after which an account is banned and replaced; 0 for never
 * @param from start, as a share of the window
 * @param to end, as a share of the window
 * @param standby whether replacements are accounts kept ready, that take over within minutes
 * @param organization whether all accounts claim one organization that nobody has verified
 */
public record Life(
        Signup signup,
        int accountsPerCard,
        double days,
        double from,
        double to,
        boolean standby,
        boolean organization) {
    public Life {
        Limits.positive("accounts_per_card", accountsPerCard);
        if (!(days >= 0)) {
            throw new IllegalArgumentException("days " + days + " must be at least 0");
        }
        Limits.share("from", from);
        Limits.share("to", to);
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
