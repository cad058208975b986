package org.iolaus.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactLogTest {
    private static final String DIGEST = "ab".repeat(32);
    private static final LogConfig CONFIG = new LogConfig(4096, 512, Duration.ofHours(1), Duration.ofMillis(1));
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private static FactLog open(Disk disk) throws IOException {
        return open(disk, NOW);
    }

    private static FactLog open(Disk disk, Instant now) throws IOException {
        FactLog log = FactLog.open(disk, CONFIG, DIGEST, InstantSource.fixed(now));
        log.start((position, batch) -> {});
        return log;
    }

    /** A batch that is known by its number, long enough to be packed now and then. */
    private static Encoded batch(int number) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 1 + number % 40; i++) {
            facts.add(new Fact.Read("source-" + i * 7919 % 13, number + "/" + i));
        }
        return Encoded.of(new Batch(number, "sender", facts), CONFIG);
    }

    private static List<Long> numbers(Disk disk) throws IOException {
        List<Long> numbers = new ArrayList<>();
        FactLog.open(disk, CONFIG, DIGEST, InstantSource.fixed(NOW)).replay(0, (position, batch) -> {
            assertThat(position).isEqualTo(numbers.size() + 1);
            assertThat(batch).isEqualTo(batch((int) batch.receivedMicros()).batch());
            numbers.add(batch.receivedMicros());
        });
        return numbers;
    }

    /** Appends batches from one number on to another; those that were acknowledged. */
    private static List<Long> append(FactLog log, int from, int to) {
        List<CompletableFuture<Void>> durable =
                IntStream.range(from, to).mapToObj(i -> log.append(batch(i))).toList();
        List<Long> acknowledged = new ArrayList<>();
        for (int i = from; i < to; i++) {
            try {
                durable.get(i - from).join();
                acknowledged.add((long) i);
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOf(IOException.class);
            }
        }
        return acknowledged;
    }

    @Test
    void append_byManyThreads_bringsEachBackOnce() throws Exception {
        List<Long> handedOn = Collections.synchronizedList(new ArrayList<>());
        try (FactLog log = FactLog.open(new FolderDisk(folder), CONFIG, DIGEST, InstantSource.system())) {
            log.start((position, batch) -> handedOn.add(batch.batch().receivedMicros()));
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(i -> Thread.ofPlatform().start(() -> append(log, 100 * i, 100 * i + 100)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(log.position()).isEqualTo(400);
        }

        assertThat(numbers(new FolderDisk(folder)))
                .isEqualTo(handedOn)
                .doesNotHaveDuplicates()
                .hasSize(400);
    }

    @Test
    void open_afterPowerFailures_holdsAllThatWasAcknowledged() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MemoryDisk disk = new MemoryDisk();
            List<Long> safe = new ArrayList<>();
            for (int crash = 0; crash < 4; crash++) {
                FactLog log = open(disk);
                int next = 1_000 * (crash + 1);
                safe.addAll(append(log, next, next + random.nextInt(30)));
                List<CompletableFuture<Void>> underWay = IntStream.range(500, 520)
                        .mapToObj(i -> log.append(batch(next + i)))
                        .toList();
                disk = disk.crash(random);
                log.close();
                assertThat(underWay).allMatch(CompletableFuture::isDone);
                List<Long> kept = numbers(disk);
                assertThat(kept).doesNotHaveDuplicates().containsAll(safe);
                safe = kept;
            }
        }
    }

    @Test
    void append_diskThatFailsAtAnyCall_losesNothingAcknowledgedAndRecovers() throws Exception {
        for (int calls = 0; calls < 60; calls++) {
            MemoryDisk disk = new MemoryDisk();
            List<Long> safe = new ArrayList<>();
            try (FactLog log = open(disk)) {
                disk.failAfter(calls, "Input/output error");
                for (int i = 0; i < 25; i++) {
                    safe.addAll(append(log, 10 * i, 10 * i + 10));
                }
                assertThat(log.unwritable()).isPresent();
                disk.mend();
                Awaitility.await().until(() -> !log.resting());
                assertThat(append(log, 1_000, 1_030)).hasSize(30);
                assertThat(log.unwritable()).isEmpty();
                safe.addAll(
                        IntStream.range(1_000, 1_030).mapToObj(Long::valueOf).toList());
            }

            assertThat(numbers(disk.crash(new SplittableRandom(calls)))).isEqualTo(safe);
        }
    }

    @Test
    void append_diskFull_failsAndRecoversOnceThereIsRoom() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        List<Long> safe = new ArrayList<>();
        List<Optional<String>> heard = new CopyOnWriteArrayList<>();
        try (FactLog log = open(disk)) {
            log.listen(heard::add);
            safe.addAll(append(log, 0, 5));
            disk.leave(300);
            List<Long> squeezed = append(log, 5, 40);
            safe.addAll(squeezed);
            assertThat(squeezed).hasSizeLessThan(35);
            assertThat(log.unwritable()).get().asString().contains("No space left on device");
            disk.mend();
            Awaitility.await().until(() -> !log.resting());
            assertThat(heard)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem).get().asString().contains("No space left on device"));
            safe.addAll(append(log, 40, 60));
        }
        assertThat(heard).hasSize(2).last().isEqualTo(Optional.empty());

        assertThat(numbers(disk)).isEqualTo(safe).endsWith(59L);
    }

    @Test
    void open_tornEnd_isCutOff() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        try (FactLog log = open(disk)) {
            append(log, 1, 3);
        }
        String name = SegmentHeader.name(1);
        disk.cut(name, disk.size(name) - 3);

        assertThat(numbers(disk)).containsExactly(1L);
        try (FactLog log = open(disk)) {
            append(log, 7, 8);
        }
        assertThat(numbers(disk)).containsExactly(1L, 7L);
    }

    @Test
    void open_damageToWhatWasAcknowledged_isRefusedWithItsPlace() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        try (FactLog log = open(disk)) {
            for (int i = 1; i < 5; i++) {
                append(log, i, i + 1);
            }
        }
        disk.damage(SegmentHeader.name(1), SegmentHeader.BYTES + 40);

        assertThatThrownBy(() -> numbers(disk))
                .isInstanceOf(DamagedLog.class)
                .hasMessageContaining("memory/" + SegmentHeader.name(1) + " at offset " + SegmentHeader.BYTES)
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void replay_damageInAnEarlierFile_isRefused() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        try (FactLog log = open(disk)) {
            for (int i = 0; i < 30; i++) {
                append(log, 10 * i, 10 * i + 10);
            }
        }
        assertThat(disk.list()).hasSizeGreaterThan(2);
        disk.cut(SegmentHeader.name(1), disk.size(SegmentHeader.name(1)) - 3);

        assertThatThrownBy(() -> numbers(disk)).isInstanceOf(DamagedLog.class).hasMessageContaining("acknowledged");
    }

    @Test
    void open_otherFingerprints_isRefused() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        try (FactLog log = open(disk)) {
            append(log, 0, 1);
        }

        assertThatThrownBy(() -> FactLog.open(disk, CONFIG, "cd".repeat(32), InstantSource.fixed(NOW)))
                .isInstanceOf(DamagedLog.class)
                .hasMessageContaining("another hash key");
    }

    @Test
    void forget_oldFilesThatNobodyNeeds_areDeleted() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        try (FactLog log = open(disk)) {
            for (int i = 0; i < 30; i++) {
                append(log, 10 * i, 10 * i + 10);
            }
        }
        int files = disk.list().size();
        try (FactLog log = open(disk)) {
            assertThat(log.forget(300)).isZero();
        }
        try (FactLog log = open(disk, NOW.plus(Duration.ofDays(1)))) {
            assertThat(log.forget(0)).isZero();
            assertThat(log.forget(299)).isPositive();
            assertThat(log.first()).isGreaterThan(1).isLessThanOrEqualTo(300);
        }
        assertThat(disk.list()).hasSizeLessThan(files);
    }

    @Test
    void append_afterTheEnd_fails() throws Exception {
        FactLog log = open(new MemoryDisk());
        log.close();

        assertThat(log.append(batch(1))).isCompletedExceptionally();
    }
}
