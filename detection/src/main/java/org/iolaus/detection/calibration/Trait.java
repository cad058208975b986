package org.iolaus.detection.calibration;

import java.util.Locale;
import org.iolaus.detection.fingerprint.Capability;

/**
 * What a portrait of traffic counts, one observation an independent group. Bins are fixed, and of shares and rates rather
 * than counts, so that samples of two sizes can be compared.
 */
public enum Trait {
    /** Accounts in the group: 1, 2, up to 4, up to 8 and so on. */
    GROUP_SIZE(12, true),
    /** Exchanges an account and active day: 1, 2, up to 4 and so on. */
    EXCHANGES_A_DAY(14, true),
    /** Mean training value, in tenths. */
    TRAINING_VALUE(10, true),
    /** The capability asked for most. */
    CAPABILITY(Capability.values().length, false),
    /** Share of all accounts that have its most popular address: none but itself, up to 1/4096, 1/1024 and so on. */
    ADDRESS_POPULARITY(8, true),
    /** The same of its most popular client. */
    CLIENT_POPULARITY(8, true),
    /** The same of its most popular system prompt. */
    PROMPT_POPULARITY(8, true),
    /** Age of the account: unknown, up to a day, a week, a month, 60 days, half a year, a year, two, more. */
    ACCOUNT_AGE(9, true),
    /** Share of exchanges from hosting providers, VPNs and relays, as lists know them: none, then quarters. */
    LISTED_NETWORKS(5, true);

    private final int bins;
    private final boolean ordered;

    Trait(int bins, boolean ordered) {
        this.bins = bins;
        this.ordered = ordered;
    }

    public int bins() {
        return bins;
    }

    /** Whether bins follow each other, so that a shift shows in cumulative shares. */
    boolean ordered() {
        return ordered;
    }

    /** The name used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
