package org.iolaus.service.policy;

import java.util.Locale;

/** Whether the service is offered where an account or a request is. It decides access and never guilt. */
public enum Region {
    SUPPORTED,
    UNSUPPORTED,
    /** Nothing is known of it. */
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
