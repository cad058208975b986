package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WatermarkDetectCommandTest {
    private static final String ACCOUNT = "atlas/1/account/acct-03";
    private static final String MEMBER = "atlas/1/account/acct-21/campaign/cmp-2026-02-0002";

    @TempDir
    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    private ToyService service;

    @BeforeEach
    void serve() {
        service = new ToyService(folder);
    }

    @Test
    void detect_markedText_isFoundUnderItsKeyOnly() throws IOException {
        Path found = service.file("found", service.marked(ACCOUNT, 3, 150));

        assertThat(run(found, ACCOUNT).out())
                .startsWith("3 texts, 450 tokens.\n")
                .contains(ACCOUNT + "  marked", "What this proves:");
        assertThat(run(found, "atlas/1/account/acct-04").out()).contains("no mark found", "It clears nobody");
    }

    @Test
    void detect_member_testsBothKeysOnTheirOwnWindows() throws IOException {
        Path found = service.file("found", service.marked(MEMBER, 6, 150));

        JsonNode keys = json(run(found, MEMBER, "--format", "json")).path("keys");

        assertThat(keys.get(0).path("account_id").asString()).isEqualTo("acct-21");
        assertThat(keys.get(1).path("campaign_id").asString()).isEqualTo("cmp-2026-02-0002");
        for (JsonNode key : keys.values()) {
            assertThat(key.path("result").asString()).isEqualTo("marked");
            assertThat(key.path("log10_p_value").asDouble()).isLessThan(-6.3);
            assertThat(key.path("scored_tokens").asInt()).isBetween(100, 600);
        }
    }

    @Test
    void detect_eachTextAsWell_leavesHalfOfTheErrorForAllTogether() throws IOException {
        Path found = service.file("found", service.marked(ACCOUNT, 1, 60));
        double chance = Math.pow(
                10,
                json(run(found, ACCOUNT, "--format", "json"))
                        .at("/keys/0/log10_p_value")
                        .asDouble());

        CommandRun together = run(found, ACCOUNT, "--error", 1.5 * chance);
        CommandRun each = run(found, ACCOUNT, "--error", 1.5 * chance, "--each");

        assertThat(together.out()).contains(ACCOUNT + "  marked");
        assertThat(each.out()).doesNotContain(ACCOUNT + "  marked");
    }

    @Test
    void detect_eachText_sharesTheErrorOut() throws IOException {
        List<String> texts = new ArrayList<>(service.marked(ACCOUNT, 1, 300));
        texts.addAll(service.unmarked(1, 300));

        JsonNode byText = json(run(service.file("found", texts), ACCOUNT, "--each", "--format", "json"))
                .path("by_text");

        assertThat(byText.at("/0/text").asString()).isEqualTo("found-0");
        assertThat(byText.at("/0/keys/0/result").asString()).isEqualTo("marked");
        assertThat(byText.at("/1/keys/0/result").asString()).isEqualTo("no_mark_found");
    }

    @Test
    void detect_packedFileAndOtherField_isRead() throws IOException {
        Path packed = folder.resolve("exchanges.jsonl.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            String text = service.marked(ACCOUNT, 1, 300).getFirst();
            out.write(("{\"response\":{\"text\":\"" + text + "\"}}\n").getBytes(UTF_8));
        }

        assertThat(run(packed, ACCOUNT, "--text-field", "response.text").out()).contains("marked");
        assertThat(run(packed, ACCOUNT).err()).contains("line 1: must have tokens or text");
    }

    @Test
    void detect_textOfAnEnginesTokenizer_asksForTokenIds() throws IOException {
        Path ring = folder.resolve("bpe.json");
        CommandRun.of(
                "watermark",
                "keys",
                "generate",
                "--provider",
                "atlas",
                "--kek",
                service.kek(),
                "--out",
                ring,
                "--tokenizer",
                "atlas-bpe");
        Path text = service.file("found", service.unmarked(1, 50));
        Path ids = Files.writeString(folder.resolve("ids.jsonl"), "{\"tokens\":[1,2,3,4,5,6,7]}\n");

        CommandRun words =
                CommandRun.of("watermark", "detect", text, "--keys", ring, "--kek", service.kek(), "--key-id", ACCOUNT);
        CommandRun tokens =
                CommandRun.of("watermark", "detect", ids, "--keys", ring, "--kek", service.kek(), "--key-id", ACCOUNT);

        assertThat(words.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(words.err())
                .contains("tokenizer \"atlas-bpe\" of the epoch is not built in, so text cannot be read;"
                        + " give its token ids in tokens");
        assertThat(tokens.out()).contains("3 scored tokens are too few for an answer: about ");
    }

    @Test
    void detect_wrongKeyIdOrBound_isAUsageError() throws IOException {
        Path found = service.file("found", service.unmarked(1, 50));

        assertThat(run(found, "atlas/2/account/a").err())
                .contains("--key-id: key id atlas/2/account/a is out of epoch: the key ring holds epoch 1");
        assertThat(run(found, "nonsense").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run(found, ACCOUNT, "--error", "0").err()).contains("--error 0.0 must be above 0");
        assertThat(run(found, ACCOUNT, "--assumed-bits", "9").err()).contains("--assumed-bits 9.0 must be");
    }

    private CommandRun run(Path texts, String keyId, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "watermark", "detect", texts, "--keys", service.keys(), "--kek", service.kek(), "--key-id", keyId));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private static JsonNode json(CommandRun run) {
        assertThat(run.err()).isEmpty();
        return new JsonMapper().readTree(run.out());
    }
}
