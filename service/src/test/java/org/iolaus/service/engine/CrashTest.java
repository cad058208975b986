package org.iolaus.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.service.fact.Batch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process at random moments. {@code -Dcrash.kills=100} kills more often; {@code benchmarks/crash} says so. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 3);

    @TempDir
    Path folder;

    private Process child() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingChild.class.getName(),
                        folder.toString(),
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /** Lets a child start and kills it after a while; whether it had ended before. */
    private boolean killed(long millis) throws Exception {
        Files.deleteIfExists(folder.resolve("started"));
        Process child = child();
        while (child.isAlive() && !Files.exists(folder.resolve("started"))) {
            Thread.sleep(20);
        }
        boolean ended = child.waitFor(millis, TimeUnit.MILLISECONDS);
        child.destroyForcibly().waitFor();
        assertThat(ended && child.exitValue() != 0)
                .as(Files.readString(folder.resolve("output")))
                .isFalse();
        return !ended;
    }

    @Test
    void start_afterKills_hasEachAcknowledgedExchangeOnce() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        List<Batch> batches = CrashingChild.batches(1);
        Path notes = folder.resolve("acknowledged");
        int kills = 0;
        while (kills < KILLS) {
            kills++;
            if (!killed(random.nextInt(900))) {
                start(notes, batches);
            }
        }
        killed(TimeUnit.MINUTES.toMillis(5));

        assertThat(CrashingChild.acknowledged(notes)).isEqualTo(batches.size());
        Findings undisturbed = Traffic.demo(1).scan();
        try (LiveDetector live = open()) {
            Findings found = live.findings().join();
            assertThat(Traffic.lines(found)).isEqualTo(Traffic.lines(undisturbed));
            assertThat(found.exchanges()).isEqualTo(undisturbed.exchanges());
            assertThat(found.late()).isZero();
        }
    }

    /** All was submitted: checks it, and begins anew with nothing. */
    private void start(Path notes, List<Batch> batches) throws Exception {
        assertThat(CrashingChild.acknowledged(notes)).isEqualTo(batches.size());
        try (LiveDetector live = open()) {
            assertThat(live.findings().join().exchanges())
                    .isEqualTo(Traffic.demo(1).exchanges().size());
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private LiveDetector open() throws Exception {
        LiveDetector live = LiveDetector.open(folder.resolve("live"), CrashingChild.config(), InstantSource.system());
        live.start().join();
        return live;
    }
}
