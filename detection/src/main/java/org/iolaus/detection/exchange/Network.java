package org.iolaus.detection.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from. Everything is optional.
 *
 * @param ip textual IPv4 or IPv6 address, already validated
 * @param asn autonomous system number, or 0
 * @param country ISO 3166-1 alpha-2; kept for region policy, never evidence
 * @param ja4 TLS client fingerprint
 * @param userAgent HTTP user agent
 */
public record Network(
        @Nullable String ip,
        long asn,
        @Nullable String country,
        @Nullable String ja4,
        @Nullable String userAgent) {
    public static final Network UNKNOWN = new Network(null, 0, null, null, null);
}
