package org.iolaus.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.iolaus.ingest.IngestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeStreamOrderTest {
    private static final Duration LATENESS = Duration.ofSeconds(60);
    private static final long LATENESS_MICROS = 60_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void read_severalFiles_isTheSameForAnyNumberOfWorkers(long seed) throws Exception {
        List<Path> files = shuffledFiles(seed);

        Collected one = Collected.read(files, config(1));

        assertThat(one.ids).hasSize(9_000);
        assertThat(Collected.read(files, config(2)).events).isEqualTo(one.events);
        assertThat(Collected.read(files, config(4)).events).isEqualTo(one.events);
    }

    @Test
    void read_lateness_isNeverOvertakenByWatermark() throws Exception {
        List<Path> files = shuffledFiles(6);
        ArrayList<Long> late = new ArrayList<>();
        OrderedSink<Long> sink = new OrderedSink<>() {
            private long watermark = Long.MIN_VALUE;

            @Override
            public void accept(Long item, long timeMicros) {
                if (timeMicros < watermark) {
                    late.add(timeMicros);
                }
            }

            @Override
            public void watermark(long micros) {
                assertThat(micros).isGreaterThan(watermark);
                watermark = micros;
            }
        };

        ExchangeStream.<Long>read(files, config(2), () -> e -> e.timeMicros(), sink, r -> {}, Progress.NONE);

        assertThat(late).isEmpty();
    }

    @Test
    void read_fileFarAhead_waitsForTheOthers() throws Exception {
        Path early = write("early.jsonl", lines(0, 3_000, 1));
        Path later = write("later.jsonl", lines(100_000, 3_000, 1));

        Collected collected = Collected.read(List.of(later, early), config(2));

        assertThat(collected.times).isSorted();
    }

    @Test
    void read_lineFarTooLate_isStillDelivered() throws Exception {
        List<String> lines = new ArrayList<>(lines(0, 1_000, 1));
        lines.add(Packed.line("late", 0));

        Collected collected = Collected.read(List.of(write("late.jsonl", lines)), config(2));

        assertThat(collected.ids).hasSize(1_001).endsWith("late");
    }

    @Test
    void read_singleTimeFarAhead_doesNotMoveTheWatermark() throws Exception {
        List<String> lines = new ArrayList<>(lines(0, 1_000, 1));
        lines.set(0, Packed.line("first", 400_000));
        lines.set(500, Packed.line("ahead", 400_000));
        lines.set(999, Packed.line("last", 400_000));

        Collected collected = Collected.read(List.of(write("ahead.jsonl", lines)), config(2));

        long firstMicros = collected.times.get(1) - 1_000_000;
        assertThat(collected.watermarkMicros).isEqualTo(firstMicros + 998_000_000 - LATENESS_MICROS);
    }

    @Test
    void read_mapperFails_failsWithItsCause() throws Exception {
        Path file = write("a.jsonl", lines(0, 10, 1));
        ExchangeMapper<String> broken = e -> {
            throw new IllegalArgumentException("broken");
        };

        assertThatThrownBy(() -> ExchangeStream.read(
                        List.of(file), config(2), () -> broken, new Collected(), r -> {}, Progress.NONE))
                .hasRootCauseMessage("broken");
    }

    @Test
    void read_progress_endsAtTheWhole() throws Exception {
        Path file = write("a.jsonl", lines(0, 1_000, 1));
        ArrayList<Long> read = new ArrayList<>();

        ExchangeStream.read(
                List.of(file),
                config(2),
                () -> e -> "",
                new Collected(),
                r -> {},
                (bytesRead, bytesTotal, exchanges) -> read.add(bytesTotal - bytesRead));

        assertThat(read.getLast()).isZero();
        assertThat(read.getFirst()).isNotNegative();
    }

    private static IngestConfig config(int workers) {
        return IngestConfig.of(workers, Collected.START).withLateness(LATENESS).withSizes(1 << 20, 1 << 12);
    }

    /** Three files that overlap in time, each shuffled within the lateness. */
    private List<Path> shuffledFiles(long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> files = new ArrayList<>();
        for (int f = 0; f < 3; f++) {
            List<String> lines = lines(f * 1_000, 3_000, 1 + f);
            for (int i = 0; i + 20 <= lines.size(); i += 20) {
                Collections.shuffle(lines.subList(i, i + 20), random);
            }
            files.add(write("part" + f + ".jsonl", lines));
        }
        return files;
    }

    private static List<String> lines(int firstSecond, int count, int step) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(Packed.line(firstSecond + "-" + i, firstSecond + (long) i * step));
        }
        return lines;
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }
}
