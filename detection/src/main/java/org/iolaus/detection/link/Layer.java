package org.iolaus.detection.link;

import java.util.Locale;

/** Kinds of object that accounts can share. */
public enum Layer {
    IP(Family.NETWORK),
    PREFIX(Family.NETWORK),
    PAYMENT(Family.IDENTITY),
    EMAIL_PATTERN(Family.IDENTITY),
    CLIENT(Family.CLIENT),
    SYSTEM(Family.CONTENT),
    SYSTEM_SHINGLE(Family.CONTENT),
    TOOLS(Family.CONTENT),
    OPENING(Family.CONTENT),
    SHINGLE(Family.CONTENT);

    private final Family family;

    Layer(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    /** The name used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
