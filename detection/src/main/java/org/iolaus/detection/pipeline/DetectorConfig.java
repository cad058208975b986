package org.iolaus.detection.pipeline;

import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.link.ReferenceConfig;

/**
 * How the detector runs.
 *
 * @param fingerprint how exchanges and account facts are hashed
 * @param reference who serves in the reference population
 * @param bounds what a group must show before anybody is accused
 * @param epochMicros length of an epoch
 * @param epochsPerEvaluation epochs between two evaluations of groups
 * @param maxBuffered exchanges held in open epochs; beyond it the earliest are taken in before their epoch has ended
 * @param maxOwners objects remembered that only one account has
 * @param maxRemembered exchange identifiers remembered for deduplication
 */
public record DetectorConfig(
        FingerprintConfig fingerprint,
        ReferenceConfig reference,
        Bounds bounds,
        long epochMicros,
        int epochsPerEvaluation,
        int maxBuffered,
        int maxOwners,
        int maxRemembered) {
    public static final DetectorConfig DEFAULT = new DetectorConfig(
            FingerprintConfig.DEFAULT,
            ReferenceConfig.DEFAULT,
            Bounds.FIXED,
            600_000_000L,
            6,
            2_000_000,
            20_000_000,
            20_000_000);

    /** The same with other bounds. */
    public DetectorConfig with(Bounds other) {
        return new DetectorConfig(
                fingerprint, reference, other, epochMicros, epochsPerEvaluation, maxBuffered, maxOwners, maxRemembered);
    }
}
