package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code simulate} and {@code evaluate}, run as a person runs them. */
class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Iolaus.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Test
    void simulate_list_namesTheScenarios() {
        assertThat(run("simulate", "--list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("demo", "counterfactual", "regrown");
    }

    @Test
    void simulate_unknownScenario_isWrongUsage() {
        assertThat(run("simulate", "--scenario", "none", "--out", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("none", "demo");
    }

    @Test
    void simulate_scenarioFile_isPlayed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("few.yaml");
        Files.writeString(file, "summary: Few\ndays: 2\npopulation:\n  - {archetype: consumer, accounts: 9}\n");
        String out = folder.resolve("traffic").toString();
        assertThat(run("simulate", "--scenario", file.toString(), "--out", out)).isEqualTo(ExitCode.DONE);
        assertThat(this.out.toString()).contains("9 accounts");
        Files.writeString(file, "summary: Few\ndays: 2\nfolk: 3\n");
        assertThat(run("simulate", "--scenario", file.toString(), "--out", out)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("few.yaml line 3", "folk");
        assertThat(run("simulate", "--scenario", folder.resolve("no.yaml").toString(), "--out", out))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("no.yaml");
    }

    @Test
    void simulate_corpus_isMixedIn(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        List<String> lines = IntStream.range(0, 99)
                .mapToObj(i -> "{\"prompt\":\"corpus prompt " + i + "\",\"label\":\"chat\"}")
                .toList();
        Files.write(corpus.resolve("few.jsonl"), lines);
        String out = folder.resolve("traffic").toString();
        List<String> command = List.of("simulate", "--scale", "0.05", "--days", "1", "--out", out, "--corpus");

        assertThat(run(with(command, corpus.toString()))).isEqualTo(ExitCode.DONE);
        try (InputStream in =
                new ZstdInputStream(Files.newInputStream(folder.resolve("traffic/exchanges.jsonl.zst")))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).contains("corpus prompt ");
        }
        Files.writeString(corpus.resolve("few.jsonl"), "{\"prompt\":\"x\",\"label\":\"verse\"}\n");
        assertThat(run(with(command, corpus.toString()))).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("few.jsonl line 1: label verse must be one of");
        assertThat(run("simulate", "--corpus-share", "0.1", "--out", out)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--corpus-share needs --corpus");
    }

    private static String[] with(List<String> command, String last) {
        return Stream.concat(command.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void simulate_withoutOut_isWrongUsage() {
        assertThat(run("simulate")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--out");
    }

    @Test
    void evaluate_scanThatFoundNothing_hasNoRecall(@TempDir Path folder) throws Exception {
        String traffic = folder.resolve("traffic").toString();
        assertThat(run("simulate", "--scale", "0.05", "--days", "2", "--out", traffic))
                .isEqualTo(ExitCode.DONE);
        Files.writeString(folder.resolve("accounts.jsonl"), "");
        Files.writeString(folder.resolve("campaigns.jsonl"), "");
        assertThat(run("evaluate", traffic, folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("argos", "recall=0.000", "0 of");
        assertThat(run("evaluate", traffic, folder.toString(), "--format", "json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"precisionAtOnePercent\"");
    }

    @Test
    void evaluate_missingFolder_isNamed(@TempDir Path folder) {
        assertThat(run("evaluate", folder.resolve("none").toString(), folder.toString()))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("labels.jsonl");
    }
}
