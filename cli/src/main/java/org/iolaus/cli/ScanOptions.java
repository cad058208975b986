package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iolaus.cli.scan.DetectorSettings;
import org.iolaus.cli.scan.Digest;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what a scan reads. */
final class ScanOptions {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})([kKmMgG])");

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

    @Option(names = "--threads", paramLabel = "N", description = "Threads; results are the same for any number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--hash-key",
            paramLabel = "FILE",
            description = "Secret that keys all hashes; the same key makes scans comparable.")
    private @Nullable Path hashKey;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "About what the detector may remember, such as 512m; what it gives up is named.")
    private @Nullable String memory;

    ScanRequest request() {
        if (threads < 1) {
            throw Failure.usage("--threads " + threads + " must be at least 1");
        }
        return new ScanRequest(
                exchanges,
                accounts,
                releases,
                new EnrichmentConfig(geoip, asn, hosting, vpn, relay),
                detector(),
                threads);
    }

    private DetectorConfig detector() {
        DetectorConfig config = DetectorConfig.DEFAULT;
        if (hashKey != null) {
            config = DetectorSettings.withHashKey(config, key(hashKey));
        }
        return memory == null ? config : DetectorSettings.withMemory(config, bytes(memory));
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw Failure.usage("--memory " + size + " must be a whole number with k, m or g, such as 512m or 2g");
        }
        int unit = 1 + "kmg".indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        return Long.parseLong(matcher.group(1)) << 10 * unit;
    }

    private static long key(Path file) {
        try {
            byte[] secret = Files.readAllBytes(file);
            if (secret.length == 0) {
                throw Failure.input("--hash-key " + file + " is empty; it must hold a secret");
            }
            return Digest.key(secret);
        } catch (IOException e) {
            throw Failure.input("--hash-key " + file + " cannot be read; it must be a file that holds a secret");
        }
    }
}
