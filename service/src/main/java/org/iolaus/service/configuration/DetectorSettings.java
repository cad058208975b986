package org.iolaus.service.configuration;

import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.pipeline.DetectorConfig;

/** The detector's configuration as options change it. */
public final class DetectorSettings {
    private static final int BYTES_PER_BUFFERED = 250;
    /** Twelve bytes a slot of a hash table that is between three eighths and three quarters full. */
    private static final int BYTES_PER_OWNER = 21;
    /** Sixteen bytes a slot of such a table. */
    private static final int BYTES_PER_REMEMBERED = 28;

    private DetectorSettings() {}

    /** The same with another hash key. */
    public static DetectorConfig withHashKey(DetectorConfig config, long hashKey) {
        FingerprintConfig old = config.fingerprint();
        FingerprintConfig keyed = new FingerprintConfig(
                hashKey,
                old.shingleTokens(),
                old.shingleRate(),
                old.maxShingles(),
                old.maxSystemShingles(),
                old.openingTokens(),
                old.maxTextBytes());
        return copy(config, keyed, 1);
    }

    /** The same with all ceilings lowered or raised together so that they take about {@code bytes}. */
    public static DetectorConfig withMemory(DetectorConfig config, long bytes) {
        double taken = (double) BYTES_PER_BUFFERED * config.maxBuffered()
                + (double) BYTES_PER_OWNER * config.maxOwners()
                + (double) BYTES_PER_REMEMBERED * config.maxRemembered();
        return copy(config, config.fingerprint(), bytes / taken);
    }

    /** Stands for every setting that can change a finding, the hash key left out. */
    public static String digest(DetectorConfig config) {
        return Digest.shortHex(withHashKey(config, 0).toString());
    }

    private static DetectorConfig copy(DetectorConfig config, FingerprintConfig fingerprint, double scale) {
        return new DetectorConfig(
                fingerprint,
                config.reference(),
                config.bounds(),
                config.epochMicros(),
                config.epochsPerEvaluation(),
                scaled(config.maxBuffered(), scale),
                scaled(config.maxOwners(), scale),
                scaled(config.maxRemembered(), scale));
    }

    private static int scaled(int ceiling, double scale) {
        return (int) Math.clamp(ceiling * scale, 1, Integer.MAX_VALUE);
    }
}
