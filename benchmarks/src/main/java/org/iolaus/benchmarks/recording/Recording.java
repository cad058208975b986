package org.iolaus.benchmarks.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.account.ReleaseReader;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.ingest.stream.Progress;

/**
 * Traffic in memory.
 *
 * @param exchanges fingerprints in order of time
 * @param accounts account facts
 * @param releases model releases
 */
public record Recording(List<Fingerprint> exchanges, List<Account> accounts, List<Release> releases) {
    /**
     * Reads the traffic in a folder.
     *
     * @throws IOException if a file does not exist
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Recording read(Path folder) throws IOException, InterruptedException {
        List<Account> accounts = new ArrayList<>();
        List<Release> releases = new ArrayList<>();
        List<Fingerprint> exchanges = new ArrayList<>();
        AccountReader.read(List.of(folder.resolve("accounts.jsonl.zst")), accounts::add, _ -> {});
        ReleaseReader.read(List.of(folder.resolve("releases.jsonl")), releases::add, _ -> {});
        replay(folder, exchanges::add);
        exchanges.sort(Comparator.comparingLong(Fingerprint::timeMicros));
        return new Recording(exchanges, accounts, releases);
    }

    /**
     * Shows the exchanges in a folder to somebody, in no particular order.
     *
     * @throws IOException if a file does not exist
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void replay(Path folder, Consumer<Fingerprint> each) throws IOException, InterruptedException {
        CapabilityModel model = CapabilityModel.bundled();
        ExchangeStream.<Fingerprint>read(
                exchangeFiles(folder),
                IngestConfig.of(Runtime.getRuntime().availableProcessors(), Instant.now()),
                () -> new Fingerprinter(DetectorConfig.DEFAULT.fingerprint(), model)::fingerprint,
                new Sink(each),
                _ -> {},
                Progress.NONE);
    }

    /** Files of exchanges in a folder, in order. */
    public static List<Path> exchangeFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("exchanges"))
                    .sorted()
                    .toList();
        }
    }

    /** What a scan finds. */
    public Findings scan() {
        return scan(UnaryOperator.identity(), UnaryOperator.identity(), Set.of());
    }

    /** What a scan finds of changed exchanges and account facts, without some of its stages. */
    public Findings scan(UnaryOperator<Fingerprint> exchange, UnaryOperator<Account> account, Set<Stage> without) {
        Detector detector = new Detector(DetectorConfig.DEFAULT, without);
        accounts.forEach(each -> detector.account(account.apply(each)));
        releases.forEach(detector::release);
        for (Fingerprint each : exchanges) {
            detector.observe(exchange.apply(each));
            detector.advance(each.timeMicros());
        }
        return detector.finish();
    }

    /** Hands on what it is given. */
    private record Sink(Consumer<Fingerprint> each) implements OrderedSink<Fingerprint> {
        @Override
        public void accept(Fingerprint fingerprint, long timeMicros) {
            each.accept(fingerprint);
        }

        @Override
        public void watermark(long micros) {}
    }
}
