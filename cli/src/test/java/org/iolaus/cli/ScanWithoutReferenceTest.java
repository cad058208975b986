package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Without customers to compare with nobody is accused, and the scan says why and what to do. */
class ScanWithoutReferenceTest {
    private static final String SHORTAGE = "accounts that are verified by payment and 60 days old; 100 are needed, so"
            + " nothing is judged above observe.";
    private static final String ADVICE = "Maybe give --accounts with created and verification.";

    @TempDir
    private static Path folder = Path.of(".");

    @BeforeAll
    static void simulate() throws IOException {
        new Simulation(Scenarios.named("demo"), new SimulationConfig(1, 0.4, 0, 2)).write(folder);
    }

    @Test
    void scan_noAccountFile_accusesNobodyAndSaysWhy() throws IOException {
        assertAccusesNobody(scan("none"), "none");
    }

    @Test
    void scan_tooSmallAReference_accusesNobodyAndSaysWhy() throws IOException {
        Path few = Files.write(folder.resolve("few.jsonl"), firstAccounts(120));

        assertAccusesNobody(scan("few", "--accounts", few), "few");
    }

    @Test
    void scan_allAccounts_accuses() {
        CommandRun run = scan("all", "--accounts", folder.resolve("accounts.jsonl.zst"));

        assertThat(run.out()).containsPattern("\\d restrict[,.]").doesNotContain("nothing is judged above observe");
    }

    private static CommandRun scan(String out, Object... more) {
        Object[] arguments = new Object[4 + more.length];
        List<Object> first = List.of("scan", folder.resolve("exchanges.jsonl.zst"), "--out", folder.resolve(out));
        for (int i = 0; i < first.size(); i++) {
            arguments[i] = first.get(i);
        }
        System.arraycopy(more, 0, arguments, first.size(), more.length);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static void assertAccusesNobody(CommandRun run, String out) throws IOException {
        Path scan = folder.resolve(out);
        assertThat(Files.readAllLines(scan.resolve("accounts.jsonl")))
                .allSatisfy(line -> assertThat(line).contains("\"verdict\":\"observe\""));
        assertThat(Files.readAllLines(scan.resolve("campaigns.jsonl")))
                .allSatisfy(line -> assertThat(line).contains("too few long-standing verified accounts"));
        assertThat(run.out())
                .containsPattern("Warning: reference population: \\d+ " + SHORTAGE + "\\R  " + ADVICE + "\\R")
                .doesNotContain("\uFFFD");
        assertThat(Files.readString(scan.resolve("report.html")))
                .contains(SHORTAGE + "</p><p>" + ADVICE + "</p>")
                .doesNotContain("\uFFFD");
        JsonNode warnings = new JsonMapper()
                .readTree(Files.readString(scan.resolve("summary.json")))
                .path("warnings");
        assertThat(warnings)
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.asString().lines()).hasSize(2).last().isEqualTo(ADVICE));
    }

    private static List<String> firstAccounts(int count) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(folder.resolve("accounts.jsonl.zst"))), UTF_8))) {
            return lines.lines().limit(count).toList();
        }
    }
}
