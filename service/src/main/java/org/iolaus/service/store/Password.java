package org.iolaus.service.store;

/** A password that is never printed. Immutable. */
public final class Password {
    /** No password, as the embedded database has. */
    public static final Password NONE = new Password("");

    private final String text;

    public Password(String text) {
        this.text = text;
    }

    /** The password itself; whoever takes it keeps it out of logs. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "no password" : "a password";
    }
}
