package org.iolaus.evaluation.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.ingest.stream.Progress;

/** Reads traffic as a scan reads it, and scans it. */
public final class TrafficReader {
    /** Half a gibibyte of pairs, and as much again for tables half full. */
    private static final long MAX_PAIRS = 1L << 26;

    private TrafficReader() {}

    /**
     * Reads exchanges and account facts; lines that break the format are left out.
     *
     * @throws IOException if a file does not exist
     * @throws IllegalStateException if there is more than rivals can hold in memory
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Traffic read(List<Path> exchanges, List<Path> accounts, int threads)
            throws IOException, InterruptedException {
        return read(exchanges, accounts, threads, _ -> {});
    }

    /**
     * The same, and shows every exchange to somebody else.
     *
     * @param also called by one thread, in no particular order
     */
    public static Traffic read(List<Path> exchanges, List<Path> accounts, int threads, Consumer<Fingerprint> also)
            throws IOException, InterruptedException {
        FingerprintConfig config = DetectorConfig.DEFAULT.fingerprint();
        Detector detector = new Detector();
        TrafficTally tally = new TrafficTally(MAX_PAIRS);
        AccountFingerprinter fingerprinter = new AccountFingerprinter(config);
        AccountReader.read(
                accounts,
                account -> {
                    detector.account(account);
                    tally.account(fingerprinter.account(account.accountId()), fingerprinter.fingerprint(account));
                },
                _ -> {});
        CapabilityModel model = CapabilityModel.bundled();
        ExchangeStream.<Fingerprint>read(
                exchanges,
                IngestConfig.of(threads, Instant.now()),
                () -> new Fingerprinter(config, model)::fingerprint,
                new TallySink(tally, detector, also),
                _ -> {},
                Progress.NONE);
        return tally.traffic(GroupScores.of(detector.finish(), detector.columns()));
    }

    /** Feeds the tally and a scan. */
    private record TallySink(TrafficTally tally, Detector detector, Consumer<Fingerprint> also)
            implements OrderedSink<Fingerprint> {
        @Override
        public void accept(Fingerprint fingerprint, long timeMicros) {
            tally.exchange(fingerprint);
            detector.observe(fingerprint);
            also.accept(fingerprint);
        }

        @Override
        public void watermark(long micros) {
            detector.advance(micros);
        }
    }
}
