package org.iolaus.duel.traffic;

import org.iolaus.detection.fingerprint.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as defenders see it.
 *
 * @param fingerprint what a scan keeps of it
 * @param subject whom a decision would fall on: the account, or its end user if the exchange names one
 */
public record Logged(Fingerprint fingerprint, String subject) {
    /** The name of an account, or of an end user inside one. */
    public static String subject(String accountId, @Nullable String endUserId) {
        return endUserId == null ? accountId : accountId + "/" + endUserId;
    }

    public long timeMicros() {
        return fingerprint.timeMicros();
    }
}
