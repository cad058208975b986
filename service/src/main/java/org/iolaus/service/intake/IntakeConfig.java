package org.iolaus.service.intake;

import org.iolaus.ingest.shape.AttributeNames;

/**
 * How records are taken in.
 *
 * @param maxBodyBytes most bytes that a body may have, or unpack to
 * @param maxReasons most reasons for rejection that are told of one body; the rest is counted
 * @param names attributes that say who is behind a request
 */
public record IntakeConfig(int maxBodyBytes, int maxReasons, AttributeNames names) {
    public static final IntakeConfig DEFAULT = new IntakeConfig(64 << 20, 100, AttributeNames.DEFAULTS);

    public IntakeConfig {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes " + maxBodyBytes + " must be at least 1");
        }
        if (maxReasons < 0) {
            throw new IllegalArgumentException("maxReasons " + maxReasons + " must not be negative");
        }
    }
}
