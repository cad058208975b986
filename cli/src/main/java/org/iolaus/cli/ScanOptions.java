package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.cli.scan.AddressLists;
import org.iolaus.cli.scan.Digest;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what a scan reads. */
final class ScanOptions {
    @Parameters(arity = "1..*", paramLabel = "EXCHANGES", description = "Files or folders of exchanges.")
    private List<Path> exchanges = new ArrayList<>();

    @Option(names = "--accounts", arity = "1..*", paramLabel = "FILE", description = "Account facts: one or more files.")
    private List<Path> accounts = new ArrayList<>();

    @Option(names = "--releases", paramLabel = "FILE", description = "Model releases.")
    private List<Path> releases = new ArrayList<>();

    @Option(names = "--geoip", paramLabel = "FILE", description = "MaxMind database of countries.")
    private List<Path> geoip = new ArrayList<>();

    @Option(names = "--asn", paramLabel = "FILE", description = "MaxMind database of autonomous systems.")
    private List<Path> asn = new ArrayList<>();

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

    ScanRequest request() {
        if (threads < 1) {
            throw Failure.usage("--threads " + threads + " must be at least 1");
        }
        return new ScanRequest(
                exchanges, accounts, releases, new AddressLists(geoip, asn, hosting, vpn, relay), config(), threads);
    }

    private FingerprintConfig config() {
        return hashKey == null ? FingerprintConfig.DEFAULT : keyed(FingerprintConfig.DEFAULT, key(hashKey));
    }

    private static FingerprintConfig keyed(FingerprintConfig config, long key) {
        return new FingerprintConfig(
                key,
                config.shingleTokens(),
                config.shingleRate(),
                config.maxShingles(),
                config.maxSystemShingles(),
                config.openingTokens(),
                config.maxTextBytes());
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
