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
 * @param maxBuffered exchanges held in open epochs; beyond it the earliest are taken in before their epoch has ended
 * @param maxOwners objects remembered that only one account has
 * @param maxRemembered exchange identifiers remembered for deduplication
 */
public record DetectorConfig(
        FingerprintConfig fingerprint,
        ReferenceConfig reference,
        long epochMicros,
        int epochsPerEvaluation,
        int maxBuffered,
        int maxOwners,
        int maxRemembered) {
    public static final DetectorConfig DEFAULT = new DetectorConfig(
            FingerprintConfig.DEFAULT, ReferenceConfig.DEFAULT, 600_000_000L, 6, 2_000_000, 20_000_000, 20_000_000);
}
