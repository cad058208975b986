package org.iolaus.detection.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What sign-up and billing know of an account from {@code updatedMicros} on. Several for one account are its history.
 * Fingerprints are opaque keyed hashes; equal inputs have equal fingerprints.
 *
 * @param accountId the account
 * @param updatedMicros event time from which this holds, or {@link Long#MIN_VALUE} for "from the beginning"
 * @param createdMicros sign-up time, or {@link Long#MIN_VALUE} if unknown
 * @param organizationId what it belongs to; a declared relation only together with {@link Verification#ORGANIZATION}
 * @param type kind of customer, or null if unknown
 * @param plan price plan
 * @param emailDomain domain of the sign-up address
 * @param emailFingerprint keyed hash of the sign-up address's pattern
 * @param paymentFingerprint keyed hash of the means of payment
 * @param paymentCountry kept for region policy, never evidence
 * @param phonePrefix kept for region policy, never evidence
 * @param signupIp address at sign-up
 * @param signupCountry kept for region policy, never evidence
 * @param verification strongest verification passed
 * @param sanctionedUse uses the provider has agreed to
 */
public record Account(
        String accountId,
        long updatedMicros,
        long createdMicros,
        @Nullable String organizationId,
        @Nullable Type type,
        @Nullable String plan,
        @Nullable String emailDomain,
        @Nullable String emailFingerprint,
        @Nullable String paymentFingerprint,
        @Nullable String paymentCountry,
        @Nullable String phonePrefix,
        @Nullable String signupIp,
        @Nullable String signupCountry,
        Verification verification,
        Set<String> sanctionedUse) {
    /** Kind of customer. */
    public enum Type {
        INDIVIDUAL,
        EDUCATION,
        RESEARCH,
        STARTUP,
        ENTERPRISE,
        RESELLER,
        INTERNAL
    }

    /** Verification passed, weakest first. */
    public enum Verification {
        NONE,
        EMAIL,
        PAYMENT,
        IDENTITY,
        ORGANIZATION
    }

    public Account {
        sanctionedUse = Set.copyOf(sanctionedUse);
    }
}
