package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code simulate --pipe} finds what a scan of the files finds, without the files. */
class SimulatePipeTest {
    private static final List<String> SCENARIO = List.of("simulate", "--scale", "0.4", "--seed", "1");

    @TempDir
    private static Path folder = Path.of(".");

    @BeforeAll
    static void simulateAndScanFiles() {
        Path files = folder.resolve("files");
        assertThat(simulate("--out", files).err()).isEmpty();
        CommandRun scan = CommandRun.of(
                "scan",
                files.resolve("exchanges.jsonl.zst"),
                "--accounts",
                files.resolve("accounts.jsonl.zst"),
                "--releases",
                files.resolve("releases.jsonl"),
                "--out",
                files.resolve("scan"));
        assertThat(scan.err()).isEmpty();
    }

    private static CommandRun simulate(Object... more) {
        List<Object> arguments = new ArrayList<>(SCENARIO);
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private static byte[] read(String name) throws Exception {
        return Files.readAllBytes(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void simulate_pipe_findsWhatAScanOfTheFilesFinds(int threads) throws Exception {
        String out = "piped-" + threads;
        CommandRun run = simulate("--pipe", "--threads", threads, "--out", folder.resolve(out));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("scanned while they were made", "Processor time: simulate");
        for (String name : List.of("accounts", "campaigns", "cleared", "watched", "rejected")) {
            assertThat(read(out + "/scan/" + name + ".jsonl")).isEqualTo(read("files/scan/" + name + ".jsonl"));
        }
        assertThat(read(out + "/scan/campaigns.jsonl")).isNotEmpty();
        assertThat(folder.resolve(out)).isDirectoryNotContaining("glob:**exchanges*");
    }

    @Test
    void simulate_pipe_leavesTheTruthForEvaluation() throws Exception {
        Path out = folder.resolve("judged");
        Path scan = folder.resolve("judged-scan");
        simulate("--pipe", "--out", out, "--scan-out", scan);

        assertThat(read("judged/truth.json")).isEqualTo(read("files/truth.json"));
        assertThat(CommandRun.of("evaluate", out, scan).out())
                .isEqualTo(CommandRun.of("evaluate", folder.resolve("files"), folder.resolve("files/scan"))
                        .out());
    }

    @Test
    void simulate_pipe_saysWhatWasScannedAndHowLongItTook() throws Exception {
        Path out = folder.resolve("summed");
        simulate("--pipe", "--out", out);

        JsonNode summary = new JsonMapper().readTree(read("summed/scan/summary.json"));
        assertThat(summary.path("inputs").get(0).asString()).isEqualTo("simulation of demo, seed 1, scale 0.4");
        assertThat(summary.path("processor_seconds").propertyNames())
                .containsExactly("detect", "read", "rest", "simulate");
        assertThat(summary.path("processor_seconds").path("simulate").asDouble())
                .isPositive();
    }

    @Test
    void simulate_pipeOntoAFormerScan_needsForce() {
        Path out = folder.resolve("twice");
        simulate("--pipe", "--out", out);

        CommandRun again = simulate("--pipe", "--out", out);
        assertThat(again.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(again.err()).contains("former scan", "--force");
        assertThat(simulate("--pipe", "--out", out, "--force").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void simulate_scanOptionWithoutPipe_isWrongUsage() {
        for (String option : List.of("--force", "--memory=1g", "--scan-out=x", "--hash-key=x")) {
            CommandRun run = simulate(option, "--out", folder.resolve("none"));
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("they need --pipe");
        }
    }
}
