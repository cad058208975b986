package org.iolaus.service.policy;

import java.util.Locale;

/** What is done with an account's requests, mildest first. */
public enum Action {
    ALLOW,
    /** Served while the budget of the whole campaign lasts. */
    THROTTLE,
    /** Served without reasoning and log-probabilities. */
    WITHHOLD_REASONING,
    /** Refused until the customer has shown who they are. */
    REQUIRE_VERIFICATION,
    /** Refused for a time. */
    RESTRICT,
    /** Refused; only after a person has confirmed it. */
    BLOCK;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name used in files and answers. */
    public String label() {
        return label;
    }

    /** Whether requests are refused whatever budget is left. */
    public boolean refuses() {
        return compareTo(REQUIRE_VERIFICATION) >= 0;
    }
}
