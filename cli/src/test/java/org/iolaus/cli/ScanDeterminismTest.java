package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings depend on what was exchanged and when, not on threads or the order of lines. */
class ScanDeterminismTest {
    private static final Pattern TIME = Pattern.compile("\"time\":\\s*\"(.{15})");

    @TempDir
    private static Path folder = Path.of(".");

    @BeforeAll
    static void scanOnce() throws IOException {
        new Simulation(Scenarios.named("demo"), new SimulationConfig(3, 0.4, 0, 2)).write(folder);
        scan("exchanges.jsonl.zst", "one", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void scan_moreThreads_givesTheSameBytes(int threads) throws IOException {
        scan("exchanges.jsonl.zst", "threads-" + threads, threads);

        assertSameAsOne("threads-" + threads);
    }

    @Test
    void scan_linesShuffledWithinTenMinutes_givesTheSameBytes() throws IOException {
        Files.write(folder.resolve("shuffled.jsonl"), shuffled());

        scan("shuffled.jsonl", "shuffled", 2);

        assertSameAsOne("shuffled");
    }

    private static void scan(String exchanges, String out, int threads) {
        CommandRun run = CommandRun.of(
                "scan",
                folder.resolve(exchanges),
                "--accounts",
                folder.resolve("accounts.jsonl.zst"),
                "--out",
                folder.resolve(out),
                "--threads",
                threads);
        assertThat(run.err()).isEmpty();
    }

    private static void assertSameAsOne(String out) throws IOException {
        for (String name : List.of("campaigns.jsonl", "accounts.jsonl", "cleared.jsonl")) {
            assertThat(Files.readString(folder.resolve(out).resolve(name)))
                    .isEqualTo(Files.readString(folder.resolve("one").resolve(name)));
        }
    }

    /** The lines with those of the same ten minutes of the clock in another order. */
    private static List<String> shuffled() throws IOException {
        TreeMap<String, List<String>> byTime = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(folder.resolve("exchanges.jsonl.zst"))), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher time = TIME.matcher(line);
                assertThat(time.find()).isTrue();
                byTime.computeIfAbsent(time.group(1), key -> new ArrayList<>()).add(line);
            }
        }
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        byTime.values().forEach(window -> {
            Collections.shuffle(window, random);
            lines.addAll(window);
        });
        return lines;
    }
}
