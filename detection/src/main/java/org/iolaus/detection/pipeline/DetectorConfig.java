package org.iolaus.detection.pipeline;

import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.link.ReferenceConfig;

/**
 * How the detector runs.
 *
 * @param fingerprint how exchanges and account facts are hashed
 * @param reference who serves in the reference population
 * @param epochMicros length of an epoch
 * @param epochsPerEvaluation epochs between two evaluations of groups
 * @param latenessMicros how late an exchange may come and still count
 * @param maxBuffered exchanges held while their epoch is open
 * @param maxOwners objects remembered that only one account has
 * @param maxRemembered exchange identifiers remembered for deduplication
 */
public record DetectorConfig(
        FingerprintConfig fingerprint,
        ReferenceConfig reference,
        long epochMicros,
        int epochsPerEvaluation,
        long latenessMicros,
        int maxBuffered,
        int maxOwners,
        int maxRemembered) {
    public static final DetectorConfig DEFAULT = new DetectorConfig(
            FingerprintConfig.DEFAULT,
            ReferenceConfig.DEFAULT,
            600_000_000L,
            6,
            600_000_000L,
            2_000_000,
            20_000_000,
            20_000_000);
}
