package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iolaus.cli.shape.SimulatedShapes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same traffic in whatever shape leads to the same findings, as far as the shape carries it. */
class ForeignShapesTest {
    private static final List<String> FILES =
            List.of("campaigns.jsonl", "accounts.jsonl", "cleared.jsonl", "watched.jsonl");

    @TempDir
    private static Path folder = Path.of(".");

    private static SimulatedShapes shapes = SimulatedShapes.NONE;

    @BeforeAll
    static void simulate() throws IOException {
        shapes = SimulatedShapes.simulate(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "otlp, otlp-json",
        "otlp-texts, otlp-json",
        "otlp-protobuf, otlp-traces",
        "litellm, litellm",
        "litellm-lines, litellm",
        "bedrock, bedrock"
    })
    void scan_trafficInAShape_findsWhatOurFormatFinds(String name, String label) throws IOException {
        SimulatedShapes.Pair pair = shapes.write(name);

        CommandRun ours = scan(pair.ours(), name + "-ours");
        CommandRun theirs = scan(pair.theirs(), name + "-theirs");

        assertThat(ours.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(theirs.err()).isEmpty();
        assertThat(theirs.out()).contains("Read 1 file of shape " + label + ".");
        assertThat(Files.readAllLines(folder.resolve(name + "-ours/campaigns.jsonl")))
                .isNotEmpty();
        for (String file : FILES) {
            assertThat(folder.resolve(name + "-theirs").resolve(file))
                    .hasSameTextualContentAs(folder.resolve(name + "-ours").resolve(file));
        }
        JsonNode summary = new JsonMapper().readTree(folder.resolve(name + "-theirs/summary.json"));
        assertThat(summary.path("rejected").asLong()).isZero();
        assertThat(summary.at("/shapes/" + label).asLong()).isEqualTo(1);
    }

    private static CommandRun scan(Path exchanges, String out) {
        return CommandRun.of(
                "scan",
                exchanges,
                "--accounts",
                folder.resolve("accounts.jsonl.zst"),
                "--releases",
                folder.resolve("releases.jsonl"),
                "--out",
                folder.resolve(out));
    }

    /** What is taken can only be told from text, so nobody is restricted without it. */
    @Test
    void scan_trafficWithoutContent_restrictsNobodyAndSaysWhatIsMissing() throws IOException {
        CommandRun run = scan(shapes.write("litellm-hidden").theirs(), "hidden");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode summary = new JsonMapper().readTree(folder.resolve("hidden/summary.json"));
        assertThat(summary.at("/missing_fields/request.messages").asLong())
                .isEqualTo(summary.path("exchanges").asLong())
                .isPositive();
        assertThat(summary.at("/verdicts/restrict").asLong(0)).isZero();
    }

    @Test
    void scan_folderOfSeveralShapes_readsAllAndCountsThem() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("several"));
        try (Stream<Path> written = Files.list(logs)) {
            assertThat(written).isEmpty();
        }
        String litellm = "{\"id\":\"1\",\"startTime\":1771840800.5,\"call_type\":\"c\",\"model\":\"m\","
                + "\"metadata\":{\"user_api_key_hash\":\"k\"}}";
        Files.writeString(logs.resolve("a.jsonl"), litellm + "\n");
        Files.writeString(logs.resolve("b.json"), "[\n " + litellm.replace("\"1\"", "\"2\"") + ",\n null]\n");
        Files.writeString(
                logs.resolve("c.jsonl"),
                "{\"id\":\"x\",\"time\":\"2026-02-23T10:00:00Z\",\"account_id\":\"a\",\"model\":\"m\",\"request\":"
                        + "{\"system\":\"s\"}}\n");
        Files.writeString(logs.resolve("d.jsonl"), "{\"account_id\":\"a\"}\n");

        CommandRun run = CommandRun.of("scan", logs, "--out", folder.resolve("several-out"), "--format", "json");

        JsonNode summary = new JsonMapper().readTree(run.out());
        assertThat(summary.path("exchanges").asLong()).isEqualTo(3);
        assertThat(summary.path("skipped").asLong()).isEqualTo(1);
        assertThat(summary.at("/shapes/litellm").asLong()).isEqualTo(2);
        assertThat(summary.at("/shapes/exchanges").asLong()).isEqualTo(1);
        assertThat(summary.at("/missing_fields/request.messages").asLong()).isEqualTo(2);
    }

    @Test
    void scan_shapeAndAttributesGiven_areUsed() throws IOException {
        Path file = folder.resolve("given.jsonl");
        Files.writeString(
                file,
                "{\"schemaType\":\"ModelInvocationLog\",\"timestamp\":\"2026-02-23T10:00:00Z\",\"accountId\":\"1\","
                        + "\"requestId\":\"r\",\"modelId\":\"m\",\"requestMetadata\":{\"tenant\":\"t\"}}\n");

        CommandRun run = CommandRun.of(
                "scan",
                file,
                "--shape",
                "bedrock",
                "--attribute",
                "account=tenant,other",
                "--out",
                folder.resolve("g"));

        assertThat(run.out()).contains("1 exchange of 1 account").contains("Read 1 file of shape bedrock.");
        assertThat(CommandRun.of("scan", file, "--shape", "kong", "--out", folder.resolve("h")))
                .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE))
                .satisfies(wrong -> assertThat(wrong.err()).contains("--shape kong is unknown and must be one of"));
        assertThat(CommandRun.of("scan", file, "--attribute", "who=x", "--out", folder.resolve("i"))
                        .err())
                .contains("attribute field who is unknown and must be one of");
    }
}
