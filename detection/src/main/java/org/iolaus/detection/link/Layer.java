package org.iolaus.detection.link;

import java.util.Locale;

/** Kinds of object that accounts can share. */
public enum Layer {
    IP(Family.NETWORK, false),
    PREFIX(Family.NETWORK, false),
    PAYMENT(Family.IDENTITY, false),
    EMAIL_PATTERN(Family.IDENTITY, false),
    CLIENT(Family.CLIENT, false),
    SYSTEM(Family.CONTENT, false),
    SYSTEM_SHINGLE(Family.CONTENT, false),
    TOOLS(Family.CONTENT, false),
    OPENING(Family.CONTENT, true),
    SHINGLE(Family.CONTENT, true);

    private final Family family;
    private final boolean mustRecur;

    Layer(Family family, boolean mustRecur) {
        this.family = family;
        this.mustRecur = mustRecur;
    }

    public Family family() {
        return family;
    }

    /** Whether an account has the object only from its second sighting on. */
    public boolean mustRecur() {
        return mustRecur;
    }

    /** The name used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
