package org.iolaus.detection.fingerprint;

/** Scores what an exchange asks the model to show. Immutable. */
public final class CapabilityModel {
    /** A model that knows nothing: every score is 0. */
    public static CapabilityModel none() {
        return new CapabilityModel();
    }

    private CapabilityModel() {}
}
