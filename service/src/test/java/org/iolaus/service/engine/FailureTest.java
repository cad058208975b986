package org.iolaus.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.service.engine.EngineStatus.Phase;
import org.iolaus.service.engine.Submission.Busy;
import org.iolaus.service.engine.Submission.Taken;
import org.iolaus.service.engine.Submission.Unwritable;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.iolaus.service.log.Disk;
import org.iolaus.service.log.LogConfig;
import org.iolaus.service.log.MemoryDisk;
import org.iolaus.service.snapshot.SnapshotConfig;
import org.junit.jupiter.api.Test;

/** What goes wrong around the detector, and that nothing acknowledged is lost by it. */
class FailureTest {
    private final MemoryDisk log = new MemoryDisk();
    private final MemoryDisk snapshots = new MemoryDisk();

    private static LiveConfig config(int queued) {
        EngineConfig usual = EngineConfig.DEFAULT;
        return new LiveConfig(
                new EngineConfig(
                        usual.lateness(),
                        usual.idle(),
                        usual.maxAhead(),
                        usual.tick(),
                        queued,
                        usual.maxQueuedBytes(),
                        usual.retryAfter()),
                new LogConfig(1 << 16, 2048, Duration.ofDays(1), Duration.ofSeconds(2)),
                SnapshotConfig.DEFAULT,
                DetectorConfig.DEFAULT);
    }

    private LiveDetector open(Disk logDisk) throws IOException {
        LiveDetector live = LiveDetector.open(logDisk, snapshots, config(100_000), InstantSource.system());
        live.start().join();
        return live;
    }

    private static void submit(LiveDetector live, int from, int to) {
        ((Taken) live.submit(Facts.batch(from, to))).durable().join();
    }

    private static long exchanges(LiveDetector live) {
        Awaitility.await()
                .until(() -> live.submit(new Batch(0, "", List.of(new Fact.Drained()))) instanceof Taken(var durable)
                        && durable.handle((done, lost) -> lost == null).join());
        return live.findings().join().exchanges();
    }

    /** Runs the detector over a thousand exchanges twice, so that there are two snapshots. */
    private void twoSnapshots() throws IOException {
        for (int from = 0; from < 2_000; from += 1_000) {
            try (LiveDetector live = open(log)) {
                submit(live, from, from + 1_000);
            }
        }
        assertThat(snapshots.list()).hasSize(2);
    }

    private String newest() {
        return snapshots.list().stream().max(String::compareTo).orElseThrow();
    }

    @Test
    void submit_diskFull_acknowledgesNothingUntilThereIsRoom() throws IOException {
        try (LiveDetector live = open(log)) {
            submit(live, 0, 500);
            log.leave(0);
            assertThat(((Taken) live.submit(Facts.batch(500, 600))).durable())
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("No space left on device");
            assertThat(live.submit(Facts.batch(600, 700))).isInstanceOf(Unwritable.class);
            assertThat(live.status().failure()).contains("must be writable");
            log.mend();
            Awaitility.await().until(() -> live.submit(new Batch(0, "", List.of())) instanceof Taken);
            submit(live, 700, 900);
            assertThat(live.status().failure()).isNull();
            assertThat(exchanges(live)).isEqualTo(700);
            assertThat(live.status().queuedExchanges()).isZero();
        }
    }

    @Test
    void submit_readOnlyDisk_isUnwritable() throws IOException {
        try (LiveDetector live = open(log)) {
            log.failAfter(0, "Read-only file system");
            assertThat(((Taken) live.submit(Facts.batch(0, 10))).durable()).failsWithin(Duration.ofMinutes(1));

            assertThat(live.submit(Facts.batch(0, 10)))
                    .isInstanceOfSatisfying(
                            Unwritable.class, no -> assertThat(no.reason()).contains("Read-only file system"));
        }
    }

    @Test
    void submit_moreThanMayWait_isBusyUntilThereIsRoom() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Disk waiting = new SlowDisk(log, slow);
        try (LiveDetector live = LiveDetector.open(waiting, snapshots, config(1_000), InstantSource.system())) {
            live.start().join();
            CompletableFuture<Void> first = ((Taken) live.submit(Facts.batch(0, 900))).durable();
            assertThat(live.submit(Facts.batch(900, 1_100))).isInstanceOfSatisfying(Busy.class, busy -> {
                assertThat(busy.reason()).contains("at most 1000 exchanges");
                assertThat(busy.retryAfter()).isPositive();
            });
            slow.countDown();
            first.join();
            Awaitility.await().until(() -> live.submit(Facts.batch(900, 1_100)) instanceof Taken);
            assertThat(exchanges(live)).isEqualTo(1_100);
        }
    }

    @Test
    void submit_batchLargerThanMayWait_isTakenByItself() throws Exception {
        try (LiveDetector live = LiveDetector.open(log, snapshots, config(10), InstantSource.system())) {
            live.start().join();
            submit(live, 0, 5_000);

            assertThat(exchanges(live)).isEqualTo(5_000);
        }
    }

    @Test
    void open_damagedSnapshot_takesTheOneBefore() throws IOException {
        twoSnapshots();
        snapshots.damage(newest(), 200);

        try (LiveDetector live = open(log)) {
            assertThat(exchanges(live)).isEqualTo(2_000);
        }
        assertThat(snapshots.list()).anyMatch(name -> name.endsWith(".set-aside"));
    }

    @Test
    void open_noSnapshotThatCanBeUsed_replaysTheLog() throws IOException {
        twoSnapshots();
        for (String name : snapshots.list()) {
            snapshots.damage(name, snapshots.size(name) - 20);
        }

        try (LiveDetector live = open(log)) {
            assertThat(exchanges(live)).isEqualTo(2_000);
        }
    }

    @Test
    void open_logThatDoesNotReachBack_isRefusedWithAdvice() throws IOException {
        twoSnapshots();
        log.delete(log.list().stream().min(String::compareTo).orElseThrow());
        for (String name : snapshots.list()) {
            snapshots.delete(name);
        }

        assertThatThrownBy(() -> open(log))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must reach back to batch 1")
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void open_logThatEndsBeforeTheSnapshot_isRefused() throws IOException {
        twoSnapshots();
        for (String name : log.list()) {
            log.delete(name);
        }

        assertThatThrownBy(() -> open(log)).hasMessageContaining("must not end before");
    }

    @Test
    void close_again_doesNothing() throws IOException {
        LiveDetector live = open(log);
        live.close();
        live.close();

        assertThat(live.status().phase()).isEqualTo(Phase.CLOSED);
        assertThat(live.submit(Facts.batch(0, 1))).isInstanceOf(Unwritable.class);
        assertThat(live.findings()).isCompletedExceptionally();
    }

    /** A disk whose files are forced only once a latch opens. */
    private record SlowDisk(Disk disk, CountDownLatch latch) implements Disk {
        @Override
        public String place() {
            return disk.place();
        }

        @Override
        public List<String> list() throws IOException {
            return disk.list();
        }

        @Override
        public long size(String name) throws IOException {
            return disk.size(name);
        }

        @Override
        public ByteBuffer read(String name, long from, int most) throws IOException {
            return disk.read(name, from, most);
        }

        @Override
        public Appending create(String name) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return disk.create(name);
        }

        @Override
        public void cut(String name, long size) throws IOException {
            disk.cut(name, size);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            disk.rename(from, to);
        }

        @Override
        public void delete(String name) throws IOException {
            disk.delete(name);
        }

        @Override
        public void force() throws IOException {
            disk.force();
        }
    }
}
