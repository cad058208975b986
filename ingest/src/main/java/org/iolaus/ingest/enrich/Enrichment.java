package org.iolaus.ingest.enrich;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a log does not say of an address, and says what kind of network it is in. A log's own word comes first.
 * Thread-safe.
 */
public final class Enrichment implements AutoCloseable {
    private final @Nullable Reader geoip;
    private final @Nullable Reader asn;
    private final AddressRanges hosting;
    private final AddressRanges vpn;
    private final AddressRanges relay;
    private final boolean listed;

    private Enrichment(EnrichmentConfig config) throws IOException {
        hosting = AddressRanges.read(config.hostingRanges());
        vpn = AddressRanges.read(config.vpnRanges());
        relay = AddressRanges.read(config.relayRanges());
        geoip = database(config.geoip());
        asn = database(config.asn());
        listed = !(config.hostingRanges().isEmpty()
                && config.vpnRanges().isEmpty()
                && config.relayRanges().isEmpty());
    }

    /**
     * Opens the files.
     *
     * @throws IOException if a file cannot be read or is malformed
     */
    public static Enrichment open(EnrichmentConfig config) throws IOException {
        return new Enrichment(config);
    }

    private static @Nullable Reader database(@Nullable Path file) throws IOException {
        return file == null ? null : new Reader(file.toFile(), new CHMCache());
    }

    /** The exchange with autonomous system and country filled in if it has none and they are known. */
    public Exchange enrich(Exchange e) {
        Network network = enrich(e.network());
        if (network.equals(e.network())) {
            return e;
        }
        return new Exchange(
                e.id(),
                e.source(),
                e.timeMicros(),
                e.accountId(),
                e.organizationId(),
                e.apiKeyId(),
                e.pathway(),
                e.operation(),
                e.model(),
                e.conversationId(),
                e.endUserId(),
                e.provider(),
                network,
                e.request(),
                e.response(),
                e.usage(),
                e.status());
    }

    private Network enrich(Network network) {
        boolean wanted = (asn != null && network.asn() == 0) || (geoip != null && network.country() == null);
        String ip = network.ip();
        if (!wanted || ip == null) {
            return network;
        }
        InetAddress address = InetAddress.ofLiteral(ip);
        long number = network.asn() != 0 ? network.asn() : autonomousSystem(address);
        String country = network.country() != null ? network.country() : country(address);
        return new Network(ip, number, country, network.ja4(), network.userAgent());
    }

    private long autonomousSystem(InetAddress address) {
        AsnRecord found = lookUp(asn, address, AsnRecord.class);
        return found == null || found.number() == null ? 0 : found.number();
    }

    /** The country of a textual address that has been validated; null if it is not known. */
    public @Nullable String country(String ip) {
        return country(InetAddress.ofLiteral(ip));
    }

    private @Nullable String country(InetAddress address) {
        CountryRecord found = lookUp(geoip, address, CountryRecord.class);
        return found == null || found.country() == null ? null : found.country().isoCode();
    }

    private static <T> @Nullable T lookUp(@Nullable Reader database, InetAddress address, Class<T> type) {
        try {
            return database == null ? null : database.get(address, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the lists say of a network: relay before VPN before hosting, since exits lie in hosting ranges. */
    public NetworkKind kind(Network network) {
        String ip = network.ip();
        if (!listed || ip == null) {
            return NetworkKind.UNKNOWN;
        }
        InetAddress address = InetAddress.ofLiteral(ip);
        if (relay.contains(address)) {
            return NetworkKind.RELAY;
        }
        if (vpn.contains(address)) {
            return NetworkKind.VPN;
        }
        return hosting.contains(address) ? NetworkKind.HOSTING : NetworkKind.UNKNOWN;
    }

    @Override
    public void close() throws IOException {
        if (geoip != null) {
            geoip.close();
        }
        if (asn != null) {
            asn.close();
        }
    }
}
