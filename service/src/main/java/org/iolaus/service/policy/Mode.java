package org.iolaus.service.policy;

import java.util.Locale;

/** Whether what a rule says is done. */
public enum Mode {
    /** Shown to administrators and counted, never served. */
    SHADOW,
    ENFORCE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
