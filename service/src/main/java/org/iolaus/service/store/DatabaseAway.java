package org.iolaus.service.store;

/** The database cannot be reached or cannot write; the same may succeed later. */
public final class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseAway(String message, Throwable cause) {
        super(message, cause);
    }
}
