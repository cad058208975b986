package org.iolaus.benchmarks.live;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.iolaus.service.engine.EngineStatus;
import org.iolaus.service.engine.LiveConfig;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.iolaus.service.log.Encoded;
import org.iolaus.service.log.FactLog;
import org.iolaus.service.log.FolderDisk;
import org.iolaus.service.log.LogConfig;
import org.iolaus.service.snapshot.SnapshotConfig;
import org.iolaus.simulator.SimulationConfig;

/**
 * Submits fingerprints made before to the log alone and to log and detector together; then saves the state, brings it back,
 * and replays the log without it. Prints each by the clock and by processor time, compiler and collector included.
 */
final class LiveRate {
    private static final LiveConfig CONFIG = new LiveConfig(
            LiveConfig.DEFAULT.engine(),
            LiveConfig.DEFAULT.log(),
            new SnapshotConfig(Duration.ofDays(1), Long.MAX_VALUE, false),
            LiveConfig.DEFAULT.detector());

    private LiveRate() {}

    /** Arguments: scenario, scale, seed, threads, exchanges a batch, folder. */
    public static void main(String[] arguments) throws Exception {
        SimulationConfig made = new SimulationConfig(
                Long.parseLong(arguments[2]), Double.parseDouble(arguments[1]), 0, Integer.parseInt(arguments[3]));
        Recorded recorded = Recorded.of(arguments[0], made, Integer.parseInt(arguments[4]));
        Path folder = Files.createTempDirectory(Path.of(arguments[5]), "live-rate");
        System.out.printf(
                Locale.ROOT,
                "%,d exchanges in %,d batches%n",
                recorded.exchanges(),
                recorded.batches().size());
        encode(recorded);
        log(recorded, folder.resolve("alone"));
        detect(recorded, folder);
        restore(recorded, folder);
        replay(recorded, folder);
    }

    private static void encode(Recorded recorded) {
        long bytes = 0;
        Moment before = Moment.now();
        for (Batch batch : recorded.batches()) {
            bytes += Encoded.of(batch, LogConfig.DEFAULT).fileBytes();
        }
        print("encode", recorded.exchanges(), before);
        System.out.printf(
                Locale.ROOT, "       %.1f bytes an exchange in the log%n", bytes / (double) recorded.exchanges());
    }

    private static void log(Recorded recorded, Path folder) throws IOException {
        Moment before = Moment.now();
        try (FactLog log =
                FactLog.open(new FolderDisk(folder), LogConfig.DEFAULT, "00".repeat(32), InstantSource.system())) {
            log.start((position, batch) -> {});
            CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
            for (Batch batch : recorded.batches()) {
                last = log.append(Encoded.of(batch, LogConfig.DEFAULT));
            }
            last.join();
        }
        print("log", recorded.exchanges(), before);
    }

    private static void detect(Recorded recorded, Path folder) throws IOException, InterruptedException {
        LiveDetector live = LiveDetector.open(folder, CONFIG, InstantSource.system());
        live.start().join();
        Moment before = Moment.now();
        for (Batch batch : recorded.batches()) {
            submit(live, batch);
        }
        submit(live, new Batch(0, "sender", List.of(new Fact.Drained()))).join();
        live.findings().join();
        print("live", recorded.exchanges(), before);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        Moment saving = Moment.now();
        live.close();
        print("save", recorded.exchanges(), saving);
        EngineStatus status = live.status();
        long bytes;
        try (var files = Files.list(folder.resolve("snapshots"))) {
            bytes = files.mapToLong(file -> file.toFile().length()).sum();
        }
        System.out.printf(
                Locale.ROOT,
                "       %,d accounts, %,d rulings, %,d MiB of heap with the traffic itself%n"
                        + "       the detector stands still for %,d ms; %,d MiB%n",
                status.accounts(),
                status.rulings(),
                heap,
                status.snapshotMillis(),
                bytes >> 20);
    }

    private static CompletableFuture<Void> submit(LiveDetector live, Batch batch) throws InterruptedException {
        while (true) {
            switch (live.submit(batch)) {
                case Submission.Taken(var durable) -> {
                    return durable;
                }
                case Submission.Busy busy -> Thread.sleep(2);
                case Submission.Unwritable(String reason) -> throw new IllegalStateException(reason);
            }
        }
    }

    private static void restore(Recorded recorded, Path folder) throws IOException {
        Moment before = Moment.now();
        try (LiveDetector live = LiveDetector.open(folder, CONFIG, InstantSource.system())) {
            live.start().join();
            print("load", recorded.exchanges(), before);
        }
    }

    private static void replay(Recorded recorded, Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("snapshots"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Moment before = Moment.now();
        try (LiveDetector live = LiveDetector.open(folder, CONFIG, InstantSource.system())) {
            live.start().join();
            print("replay", recorded.exchanges(), before);
        }
    }

    private static void print(String what, long exchanges, Moment from) {
        Moment to = Moment.now();
        double wall = (to.wallNanos - from.wallNanos) / 1e9;
        double processor = (to.processorNanos - from.processorNanos) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-6s %6.2f s (%,9.0f a second)  processor %6.2f s (%5.2f us an exchange)%n",
                what,
                wall,
                exchanges / wall,
                processor,
                1e6 * processor / exchanges);
    }

    /** A reading of both clocks. */
    private record Moment(long wallNanos, long processorNanos) {
        static Moment now() {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Moment(System.nanoTime(), system.getProcessCpuTime());
        }
    }
}
