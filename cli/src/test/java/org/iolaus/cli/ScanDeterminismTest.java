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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings depend on what was exchanged and when, not on threads or the order of lines, short of memory or not. */
class ScanDeterminismTest {
    private static final Pattern TIME = Pattern.compile("\"time\":\\s*\"(.{15})");

    private static final List<String> FILES = List.of("campaigns.jsonl", "accounts.jsonl", "cleared.jsonl");
    /** About a quarter of what the traffic needs. */
    private static final String TIGHT = "200k";

    @TempDir
    private static Path folder = Path.of(".");

    @BeforeAll
    static void scanOnce() throws IOException {
        new Simulation(Scenarios.named("demo"), new SimulationConfig(1, 0.4, 0, 2)).write(folder);
        Files.write(folder.resolve("shuffled.jsonl"), shuffled());
        scan("exchanges.jsonl.zst", "one", 1);
        scan("exchanges.jsonl.zst", "tight-one", 1, "--memory", TIGHT);
    }

    @Test
    void scan_traffic_findsSomethingToCompare() throws IOException {
        for (String out : List.of("one", "tight-one")) {
            for (String name : FILES) {
                assertThat(read(out, name)).isNotEmpty();
            }
            assertThat(read(out, "accounts.jsonl")).contains("\"verdict\":\"restrict\"");
        }
    }

    @Test
    void scan_tooLittleMemory_namesWhatWasGivenUp() throws IOException {
        assertThat(losses("one")).isEmpty();
        assertThat(losses("tight-one").propertyNames())
                .containsExactlyInAnyOrder("remembered_identifiers", "single_owner_objects");
        assertThat(losses("tight-one"))
                .allSatisfy(lost -> assertThat(lost.asLong()).isPositive());
        assertThat(Files.readString(folder.resolve("tight-one/report.html")))
                .contains("Given up at a memory ceiling", "that one account alone had", "remembered against repeats");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void scan_moreThreads_givesTheSameBytes(int threads) throws IOException {
        scan("exchanges.jsonl.zst", "threads-" + threads, threads);
        scan("exchanges.jsonl.zst", "tight-threads-" + threads, threads, "--memory", TIGHT);

        assertSame("threads-" + threads, "one");
        assertSame("tight-threads-" + threads, "tight-one");
    }

    @Test
    void scan_linesShuffledWithinTenMinutes_givesTheSameBytes() throws IOException {
        scan("shuffled.jsonl", "shuffled", 2);
        scan("shuffled.jsonl", "tight-shuffled", 2, "--memory", TIGHT);

        assertSame("shuffled", "one");
        assertSame("tight-shuffled", "tight-one");
    }

    private static void scan(String exchanges, String out, int threads, String... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "scan",
                folder.resolve(exchanges),
                "--accounts",
                folder.resolve("accounts.jsonl.zst"),
                "--out",
                folder.resolve(out),
                "--threads",
                threads));
        arguments.addAll(List.of(more));
        assertThat(CommandRun.of(arguments.toArray()).err()).isEmpty();
    }

    private static void assertSame(String out, String expected) throws IOException {
        for (String name : FILES) {
            assertThat(read(out, name)).isEqualTo(read(expected, name));
        }
        assertThat(read(out, "watched.jsonl")).isEqualTo(read(expected, "watched.jsonl"));
    }

    private static String read(String out, String name) throws IOException {
        return Files.readString(folder.resolve(out).resolve(name));
    }

    private static JsonNode losses(String out) throws IOException {
        return new JsonMapper().readTree(read(out, "summary.json")).path("losses");
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
