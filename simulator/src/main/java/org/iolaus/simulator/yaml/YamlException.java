package org.iolaus.simulator.yaml;

/** A setting that breaks a rule; the message names its file and line. */
public final class YamlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    YamlException(String message) {
        super(message);
    }
}
