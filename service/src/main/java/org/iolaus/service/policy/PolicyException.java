package org.iolaus.service.policy;

/** A policy that breaks a rule; the message says where, what and which rule. */
public final class PolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    PolicyException(String message) {
        super(message);
    }
}
