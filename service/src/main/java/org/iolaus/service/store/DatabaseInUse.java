package org.iolaus.service.store;

/** Another process works with the database in a way that this one's work would break. */
public final class DatabaseInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseInUse(String message) {
        super(message);
    }
}
