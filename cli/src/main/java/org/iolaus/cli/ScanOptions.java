package org.iolaus.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.cli.scan.ExchangeSource;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what a scan reads. */
@SuppressWarnings("NullAway.Init") // picocli sets the mixin
final class ScanOptions {
    @Parameters(arity = "1..*", paramLabel = "EXCHANGES", description = "Files or folders of exchanges.")
    private List<Path> exchanges = new ArrayList<>();

    @Option(
            names = "--accounts",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Account facts: one or more files.")
    private List<Path> accounts = new ArrayList<>();

    @Option(names = "--releases", paramLabel = "FILE", description = "Model releases.")
    private List<Path> releases = new ArrayList<>();

    @Option(names = "--geoip", paramLabel = "FILE", description = "MaxMind database of countries.")
    private @Nullable Path geoip;

    @Option(names = "--asn", paramLabel = "FILE", description = "MaxMind database of autonomous systems.")
    private @Nullable Path asn;

    @Option(names = "--hosting-ranges", paramLabel = "FILE", description = "Address ranges of hosting providers.")
    private List<Path> hosting = new ArrayList<>();

    @Option(names = "--vpn-ranges", paramLabel = "FILE", description = "Address ranges of VPN exits.")
    private List<Path> vpn = new ArrayList<>();

    @Option(names = "--relay-ranges", paramLabel = "FILE", description = "Address ranges of privacy relays.")
    private List<Path> relay = new ArrayList<>();

    @Mixin
    private ShapeOptions shapes;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private DetectorOptions detector;

    /** Files and folders of exchanges. */
    List<Path> exchanges() {
        return List.copyOf(exchanges);
    }

    ScanRequest request() {
        return new ScanRequest(
                new ExchangeSource.Files(exchanges),
                accounts,
                releases,
                List.of(),
                new EnrichmentConfig(geoip, asn, hosting, vpn, relay),
                detector.config(),
                shapes.choice(),
                threads.count());
    }
}
