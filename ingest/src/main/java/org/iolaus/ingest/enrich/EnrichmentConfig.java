package org.iolaus.ingest.enrich;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where enrichment finds its files; all are optional.
 *
 * @param geoip MaxMind database of countries or cities, or null
 * @param asn MaxMind database of autonomous systems, or null
 * @param hostingRanges lists of hosting providers' address ranges
 * @param vpnRanges lists of VPN exits' address ranges
 * @param relayRanges lists of private relays' address ranges
 */
public record EnrichmentConfig(
        @Nullable Path geoip,
        @Nullable Path asn,
        List<Path> hostingRanges,
        List<Path> vpnRanges,
        List<Path> relayRanges) {
    /** No files. */
    public static final EnrichmentConfig NONE = new EnrichmentConfig(null, null, List.of(), List.of(), List.of());

    public EnrichmentConfig {
        hostingRanges = List.copyOf(hostingRanges);
        vpnRanges = List.copyOf(vpnRanges);
        relayRanges = List.copyOf(relayRanges);
    }
}
