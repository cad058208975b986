package org.iolaus.detection.verdict;

import java.util.Locale;

/** What is recommended for an account, weakest first. */
public enum Verdict {
    ALLOW,
    OBSERVE,
    VERIFY,
    RESTRICT,
    BLOCK;

    /** The name used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Verdict other) {
        return compareTo(other) >= 0;
    }
}
