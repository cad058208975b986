package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calibration from traffic to verdicts: what is written, what is refused, and what a scan makes of it. */
class CalibrateCommandTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private static Path folder = Path.of(".");

    private static Path calibration = Path.of(".");

    @BeforeAll
    static void calibrate() throws IOException {
        simulate("ordinary", 0.4, "honest");
        simulate("demo", 0.4, "hostile");
        calibration = folder.resolve("calibration.json");
        assertThat(command("calibrate", "honest", "--target-fpr", 0.01, "--out", calibration)
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    private static void simulate(String scenario, double scale, String name) throws IOException {
        new Simulation(Scenarios.named(scenario), new SimulationConfig(1, scale, 7, 2)).write(folder.resolve(name));
    }

    private static CommandRun command(String command, String traffic, Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                command,
                folder.resolve(traffic).resolve("exchanges.jsonl.zst"),
                "--accounts",
                folder.resolve(traffic).resolve("accounts.jsonl.zst")));
        words.addAll(Arrays.asList(more));
        return CommandRun.of(words.toArray());
    }

    private static JsonNode summary(Path scan) throws IOException {
        return MAPPER.readTree(Files.readString(scan.resolve("summary.json")));
    }

    @Test
    void calibrate_honestTraffic_writesWhereItComesFromAndWhatItVouchesFor() throws IOException {
        JsonNode file = MAPPER.readTree(Files.readString(calibration));
        JsonNode provenance = file.path("provenance");

        assertThat(file.path("format").asString()).isEqualTo("iolaus-calibration/1");
        assertThat(provenance.path("inputs"))
                .hasSize(2)
                .allSatisfy(input -> assertThat(input.path("sha256").asString()).hasSize(64));
        assertThat(provenance.path("groups").asLong())
                .isPositive()
                .isLessThan(provenance.path("accounts").asLong());
        assertThat(file.at("/restrict/bits").asDouble()).isEqualTo(10);
        assertThat(file.at("/restrict/met").asBoolean()).isTrue();
        assertThat(file.at("/restrict/rate").asDouble()).isPositive().isLessThanOrEqualTo(0.01);
        assertThat(file.at("/restrict/upper_rate").asDouble())
                .isGreaterThan(file.at("/restrict/rate").asDouble());
    }

    @Test
    void calibrate_tooFewGroups_saysSoAndKeepsTheFixedBound() {
        CommandRun run = command("calibrate", "honest", "--out", folder.resolve("few.json"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("10.0 bits, the fixed bound")
                .containsPattern("NOT vouched for: that takes 9,999 honest groups, and these are \\d+\\.");
    }

    @Test
    void calibrate_campaignInside_isNamedAndNothingIsWritten() {
        Path out = folder.resolve("contaminated.json");
        CommandRun run = command("calibrate", "hostile", "--out", out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.REVIEW);
        assertThat(run.err()).contains("so nothing was written", "cmp-2026-03-0001 (restrict): ", "--leave-out");
        assertThat(out).doesNotExist();
    }

    @Test
    void calibrate_campaignsJudgedHonest_raiseTheThreshold() throws IOException {
        Path out = folder.resolve("raised.json");
        CommandRun refused = command("calibrate", "hostile", "--out", out);
        Object[] found = refused.err()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("cmp-"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toArray();
        List<Object> words = new ArrayList<>(List.of("--out", out, "--honest"));
        words.addAll(Arrays.asList(found));
        assertThat(command("calibrate", "hostile", words.toArray()).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(MAPPER.readTree(Files.readString(out)).at("/restrict/bits").asDouble())
                .isGreaterThan(10);

        Path scan = folder.resolve("watched");
        assertThat(command("scan", "hostile", "--calibration", out, "--out", scan)
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(summary(scan).path("campaigns").asInt()).isZero();
        assertThat(Files.readString(scan.resolve("watched.jsonl")))
                .contains("that the calibration on honest traffic asks");
    }

    @Test
    void calibrate_unknownCampaign_isRefused() {
        CommandRun run = command("calibrate", "honest", "--out", folder.resolve("no.json"), "--honest", "cmp-9");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("campaign cmp-9 must be one that is found in the traffic");
    }

    @Test
    void calibrate_withoutAccounts_isRefused() {
        CommandRun run = CommandRun.of(
                "calibrate",
                folder.resolve("honest").resolve("exchanges.jsonl.zst"),
                "--out",
                folder.resolve("no.json"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("reference population: 0 accounts");
    }

    @Test
    void calibrate_badTargetOrOccupiedFile_isRefused() {
        assertThat(command("calibrate", "honest", "--target-fpr", "0", "--out", folder.resolve("no.json"))
                        .err())
                .contains("--target-fpr 0.0 must be above 0 and below 1");
        assertThat(command("calibrate", "honest", "--out", calibration).exitCode())
                .isEqualTo(ExitCode.OUTPUT);
    }

    @Test
    void scan_calibrationOnAlikeTraffic_isNamedEverywhereAndFindsTheSame() throws IOException {
        Path plain = folder.resolve("plain");
        Path calibrated = folder.resolve("calibrated");
        command("scan", "hostile", "--out", plain);
        CommandRun run = command("scan", "hostile", "--calibration", calibration, "--out", calibrated);

        assertThat(run.out()).contains("Calibration: " + calibration + " (").doesNotContain("drifted");
        assertThat(Files.readString(calibrated.resolve("report.html"))).contains("calibration.json (");
        assertThat(summary(calibrated).at("/calibration/restrict/bits").asDouble())
                .isEqualTo(10);
        assertThat(summary(calibrated).at("/calibration/drift")).hasSize(9);
        assertThat(summary(plain).path("calibration").isMissingNode()).isTrue();
        assertThat(calibrated.resolve("accounts.jsonl")).hasSameTextualContentAs(plain.resolve("accounts.jsonl"));
    }

    @Test
    void scan_otherCustomersThanCalibrated_warnsOfDrift() throws IOException {
        String text = Files.readString(calibration);
        JsonNode ages = MAPPER.readTree(text).at("/portrait/account_age");
        long all = 0;
        for (JsonNode count : ages) {
            all += count.asLong();
        }
        Path other = Files.writeString(
                folder.resolve("other.json"),
                text.replaceFirst(
                        "(?s)\"account_age\" : \\[.*?\\]", "\"account_age\" : [" + all + ",0,0,0,0,0,0,0,0]"));
        CommandRun run = command("scan", "honest", "--calibration", other, "--out", folder.resolve("drifted"));

        assertThat(run.out()).containsPattern("traffic has drifted from it in account age \\(at least \\d+ % of");
    }

    @Test
    void scan_calibrationOfAnotherConfigurationOrShorterSpan_warns() throws IOException {
        String text = Files.readString(calibration)
                .replaceFirst("\"configuration_digest\" : \"\\w+\"", "\"configuration_digest\" : \"abc\"")
                .replaceFirst("\"last_event\" : \"[^\"]+\"", "\"last_event\" : \"2026-03-03T00:00:00Z\"");
        Path other = Files.writeString(folder.resolve("stale.json"), text);
        CommandRun run = command("scan", "honest", "--calibration", other, "--out", folder.resolve("stale"));

        assertThat(run.out())
                .contains("made with configuration abc", "so its rates are not vouched for")
                .contains("calibration: its rates are for 1.0 days, and this scan spans 7.0.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : \"iolaus-calibration/1\" | \"format\" : \"x\" | format x must be iolaus-calibration/1",
                "\"bits\" : 10.0 | \"bits\" : 3.0 | restrict.bits 3.0 must be at least the fixed bound, 10.0",
                "\"groups_left_out\" : 0 | \"groups_left_out\" : -1 | groups_left_out -1 must be a whole number",
                "\"capability\" | \"ability\" | trait capability must have a histogram of 12 bins",
                "\"target_rate\" : 0.01 | \"target_rate\" : 2.0 | target 2.0 must be above 0 and below 1",
                "\"first_event\" : \"2 | \"first_event\" : \"x | must be an RFC 3339 time",
                "{ | [ | it must be one JSON object"
            })
    void scan_badCalibration_saysWhatIsWrong(String good, String bad, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.json"), Files.readString(calibration).replace(good, bad));
        CommandRun run = command("scan", "honest", "--calibration", file, "--out", folder.resolve("bad"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("bad.json is no calibration that can be used: ", message, "Maybe make it anew");
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    @Test
    void scan_missingCalibration_saysSo() {
        CommandRun run =
                command("scan", "honest", "--calibration", folder.resolve("none"), "--out", folder.resolve("bad"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("cannot be read: ").contains("does not exist");
    }
}
