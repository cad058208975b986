package org.iolaus.service.review.cases;

import java.util.Locale;

/** Where a case stands. */
public enum CaseState {
    /** Nobody has decided. */
    OPEN,
    /** A reviewer holds the verdict right. */
    CONFIRMED,
    /** A reviewer holds it wrong for all members. */
    OVERTURNED,
    /** Done with; it takes no more decisions. */
    CLOSED;

    /** The name used in requests and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CaseState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
