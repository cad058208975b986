package org.iolaus.service.intake.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.intake.ExchangeIntake;
import org.iolaus.service.intake.Intakes;
import org.iolaus.service.intake.RecordingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailSourceTest {
    @TempDir
    Path folder;

    private Path log = Path.of("");
    private final ExchangeIntake intake = Intakes.intake();
    private RecordingSink sink = new RecordingSink();
    private @Nullable Thread thread;

    @BeforeEach
    void name() {
        log = folder.resolve("exchanges.jsonl");
    }

    @AfterEach
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join();
        }
        thread = null;
    }

    private void start() {
        TailConfig config =
                new TailConfig(log, Shape.EXCHANGES, Duration.ofMillis(10), Duration.ofMillis(50), 1 << 10, 1 << 12);
        thread = Thread.ofPlatform().start(new TailSource(config, intake, sink, sink.positions()));
    }

    private void write(int from, int to) throws IOException {
        append(
                log,
                IntStream.range(from, to).mapToObj(i -> Intakes.line(i) + "\n").reduce("", String::concat));
    }

    private static void append(Path path, String text) throws IOException {
        Files.writeString(path, text, UTF_8, CREATE, APPEND);
    }

    private void awaitAccounts(int from, int to) {
        List<String> expected = IntStream.range(from, to).mapToObj(i -> "a" + i).toList();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sink.accounts()).isEqualTo(expected));
    }

    @Test
    void run_fileComesLaterAndGrows_readsEachLineOnce() throws IOException {
        start();
        write(0, 3);
        awaitAccounts(0, 3);
        write(3, 40);

        awaitAccounts(0, 40);
    }

    @Test
    void run_lastLineIsCut_waitsForItsEnd() throws Exception {
        String line = Intakes.line(1);
        write(0, 1);
        append(log, line.substring(0, 50));
        start();
        awaitAccounts(0, 1);
        stop();
        start();
        append(log, line.substring(50) + "\n");

        awaitAccounts(0, 2);
    }

    @Test
    void run_renamed_readsTheOldPartToItsEndAndThenTheNew() throws IOException {
        start();
        write(0, 2);
        awaitAccounts(0, 2);
        Path rotated = folder.resolve("exchanges.jsonl.1");
        Files.move(log, rotated);
        append(rotated, Intakes.line(2) + "\n");
        awaitAccounts(0, 3);
        write(4, 5);
        append(rotated, Intakes.line(3));

        awaitAccounts(0, 5);
    }

    @Test
    void run_renamedTwiceWhileStopped_goesOnInTheOldPart() throws Exception {
        start();
        write(0, 2);
        awaitAccounts(0, 2);
        stop();
        write(2, 4);
        Files.move(log, folder.resolve("exchanges.jsonl.2"));
        write(4, 6);
        Files.move(log, folder.resolve("exchanges.jsonl.1"));
        write(6, 8);
        start();

        awaitAccounts(0, 8);
    }

    @Test
    void run_renamedAndPackedWhileStopped_readsTheNewAloneAndNothingTwice() throws Exception {
        start();
        write(0, 2);
        awaitAccounts(0, 2);
        stop();
        Files.move(log, folder.resolve("exchanges.jsonl.1.gz"));
        write(2, 4);
        start();

        awaitAccounts(0, 4);
    }

    @Test
    void run_copiedAndEmptied_readsOnWithoutRepeating() throws IOException {
        start();
        write(0, 3);
        awaitAccounts(0, 3);
        Files.copy(log, folder.resolve("exchanges.jsonl.1"));
        Files.writeString(log, "", TRUNCATE_EXISTING);
        write(3, 5);

        awaitAccounts(0, 5);
    }

    @Test
    void run_copiedAndEmptiedWhileStopped_readsTheRestOfTheCopy() throws Exception {
        start();
        write(0, 3);
        awaitAccounts(0, 3);
        stop();
        write(3, 5);
        Files.copy(log, folder.resolve("exchanges.jsonl.1"));
        Files.writeString(log, "", TRUNCATE_EXISTING);
        write(5, 20);
        start();

        awaitAccounts(0, 20);
    }

    @Test
    void run_lineTooLong_isLeftOutAloneAndCounted() throws IOException {
        write(0, 1);
        append(log, "{\"id\":\"" + "x".repeat(20_000) + "\"}\n");
        write(1, 3);
        append(log, "y".repeat(5_000));
        start();

        awaitAccounts(0, 3);
        await().untilAsserted(() -> assertThat(intake.counts().rejected()).isEqualTo(2));
        append(log, "y\n");
        write(3, 4);
        awaitAccounts(0, 4);
        assertThat(intake.counts().rejected()).as("each long line once").isEqualTo(2);
    }

    @Test
    void run_logIsFullOrBroken_triesAgainAndLosesNothing() throws IOException {
        sink = new RecordingSink(batch -> new Submission.Taken(CompletableFuture.completedFuture(null)), true);
        write(0, 8);
        start();

        awaitAccounts(0, 8);
        assertThat(sink.calls()).isGreaterThan(3);
    }

    @Test
    void position_text_isReadBack() {
        TailPosition position = new TailPosition("(dev=fd01,ino=12 3)", 77, 12, 0xfedcba98L);

        assertThat(TailPosition.parse(position.text())).contains(position);
        assertThat(TailPosition.parse("nonsense")).isEmpty();
        assertThat(TailPosition.parse("1 2 x z")).isEmpty();
    }

    @Test
    void config_binaryShape_isRefused() {
        assertThatThrownBy(() -> TailConfig.of(log, Shape.OTLP_TRACES))
                .hasMessage("shape otlp-traces must be one of lines");
    }
}
