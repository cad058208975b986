package org.iolaus.detection.link;

import java.util.Locale;

/** Families of evidence. Values of one family are not independent of each other; values of two are taken to be. */
public enum Family {
    NETWORK,
    IDENTITY,
    CLIENT,
    CONTENT;

    /** The name used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
