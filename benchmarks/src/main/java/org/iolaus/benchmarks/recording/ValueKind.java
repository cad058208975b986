package org.iolaus.benchmarks.recording;

import java.util.EnumSet;
import java.util.Set;
import org.iolaus.detection.link.Family;

/** A kind of value that accounts share. */
public enum ValueKind {
    EXIT_ADDRESS(Family.NETWORK),
    EXIT_PREFIX(Family.NETWORK),
    SIGN_UP_ADDRESS(Family.NETWORK),
    CLIENT(Family.CLIENT),
    PAYMENT(Family.IDENTITY),
    EMAIL_PATTERN(Family.IDENTITY),
    SYSTEM_PROMPT(Family.CONTENT),
    SYSTEM_SHINGLES(Family.CONTENT),
    TOOLS(Family.CONTENT),
    OPENING(Family.CONTENT),
    RARE_SHINGLES(Family.CONTENT),
    ITEM(Family.CONTENT),
    /** An opening and the hour in which it was said; no value of a log, but made of two. */
    OPENING_IN_AN_HOUR(Family.CONTENT);

    private final Family family;

    ValueKind(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    /** Kinds that logs hold, so that they can be left out. */
    public static Set<ValueKind> logged() {
        return EnumSet.range(EXIT_ADDRESS, ITEM);
    }

    /** Kinds of a family that logs hold. */
    public static Set<ValueKind> logged(Family family) {
        Set<ValueKind> kinds = logged();
        kinds.removeIf(kind -> kind.family != family);
        return kinds;
    }
}
