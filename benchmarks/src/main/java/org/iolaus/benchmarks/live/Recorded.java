package org.iolaus.benchmarks.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.LineStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.iolaus.simulator.Play;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;

/** Simulated traffic as batches of facts in memory. */
record Recorded(List<Batch> batches, long exchanges) {
    static Recorded of(String scenario, SimulationConfig config, int batch) throws IOException, InterruptedException {
        Play play = new Simulation(Scenarios.of(scenario), config).play();
        Path folder = Files.createTempDirectory("iolaus");
        play.writeFacts(folder);
        List<Fact> accounts = new ArrayList<>();
        AccountReader.read(
                List.of(folder.resolve("accounts.jsonl.zst")),
                (Account account) -> accounts.add(new Fact.AccountUpdated(account)),
                rejection -> {});
        Batches batches = new Batches(batch);
        batches.all.add(new Batch(0, "accounts", accounts));
        CapabilityModel model = CapabilityModel.bundled();
        try (var lines = play.exchanges()) {
            ExchangeStream.read(
                    new LineStream("made", "made", lines),
                    IngestConfig.of(config.threads(), Instant.now()),
                    () -> new Fingerprinter(FingerprintConfig.DEFAULT, model)::fingerprint,
                    batches,
                    rejection -> {},
                    (read, total, exchanges) -> {});
        }
        batches.flush();
        return new Recorded(batches.all, batches.exchanges);
    }

    /** Gathers exchanges into batches. */
    private static final class Batches implements OrderedSink<Fingerprint> {
        private final List<Batch> all = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final int size;
        private long exchanges;
        private long micros;

        Batches(int size) {
            this.size = size;
        }

        @Override
        public void accept(Fingerprint fingerprint, long timeMicros) {
            facts.add(new Fact.Exchanged(fingerprint));
            exchanges++;
            micros = timeMicros;
            if (facts.size() >= size) {
                flush();
            }
        }

        @Override
        public void watermark(long watermarkMicros) {}

        void flush() {
            all.add(new Batch(micros, "sender", facts));
            facts.clear();
        }
    }
}
