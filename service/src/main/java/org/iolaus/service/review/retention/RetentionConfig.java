package org.iolaus.service.review.retention;

import java.time.Duration;

/**
 * How long each kind of record is kept.
 *
 * @param fingerprints the fact log's segments
 * @param cases a case after its last change, with its members and history; appeals after their decision; verifications
 *     after they ended
 * @param references decisions that customers may quote
 * @param alerts alerts that were delivered or given up
 */
public record RetentionConfig(Duration fingerprints, Duration cases, Duration references, Duration alerts) {
    public static final RetentionConfig DEFAULT =
            new RetentionConfig(Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(180), Duration.ofDays(30));

    public RetentionConfig {
        positive("fingerprints", fingerprints);
        positive("references", references);
        positive("alerts", alerts);
        if (cases.compareTo(fingerprints) < 0) {
            throw new IllegalArgumentException("retention.cases " + cases + " must be at least retention.fingerprints "
                    + fingerprints + ", or reviews in the log would be known to nobody");
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("retention." + name + " " + value + " must be longer than nothing");
        }
    }
}
