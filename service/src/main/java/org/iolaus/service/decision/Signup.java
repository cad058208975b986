package org.iolaus.service.decision;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer who signs up. Everything is optional; fingerprints are those of account facts.
 *
 * @param emailDomain domain of the address
 * @param emailFingerprint keyed hash of the address's pattern
 * @param paymentFingerprint keyed hash of the means of payment
 * @param ip textual address, validated
 * @param ja4 TLS client fingerprint
 * @param userAgent HTTP user agent
 */
public record Signup(
        @Nullable String emailDomain,
        @Nullable String emailFingerprint,
        @Nullable String paymentFingerprint,
        @Nullable String ip,
        @Nullable String ja4,
        @Nullable String userAgent) {}
