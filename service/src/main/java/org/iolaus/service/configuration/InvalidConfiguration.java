package org.iolaus.service.configuration;

/** A setting that breaks a rule; the message names it, its value, the rule, and on a new line what to do. */
public final class InvalidConfiguration extends RuntimeException {
    public InvalidConfiguration(String message) {
        super(message);
    }
}
