package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.watermark.selection.WordTokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A student that repeats what it was trained on; students that learn are the library's own tests. */
class WatermarkRadioactivityCommandTest {
    private static final String CAMPAIGN = "atlas/1/campaign/cmp-2026-02-0002";
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
    void radioactivity_studentOfMarkedText_inherited() throws IOException {
        List<String> answers = new ArrayList<>(service.marked(MEMBER, 15, 200));
        answers.addAll(service.unmarked(10, 200));

        CommandRun run = run(service.file("answers", answers), "--beside-accounts");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("25 answers, 4,950 tokens to score, ")
                .contains("Key " + CAMPAIGN + ": inherited; chance without it ")
                .containsPattern("Of 100 keys that marked nothing, \\d+ have a chance of at most 0.05 \\(5 expected\\)")
                .contains("It does not say who trained the model");
    }

    @Test
    void radioactivity_cleanStudent_isNotClearedEither() throws IOException {
        assertThat(run(service.file("answers", service.unmarked(20, 200))).out())
                .contains("not found")
                .contains("It clears no model: paraphrase");
    }

    @Test
    void radioactivity_served_looksOnlyThere() throws IOException {
        List<String> marked = service.marked(CAMPAIGN, 5, 200);
        List<String> answers = new ArrayList<>(marked);
        answers.addAll(service.unmarked(20, 200));

        JsonNode json = new JsonMapper()
                .readTree(run(
                                service.file("answers", answers),
                                "--served",
                                service.file("served", marked),
                                "--format",
                                "json")
                        .out());

        assertThat(json.path("setting").asString()).isEqualTo("closed, supervised");
        assertThat(json.path("result").asString()).isEqualTo("inherited");
        assertThat(json.path("scored_tokens").asInt()).isBetween(400, 1500);
        assertThat(json.at("/controls/keys").asInt()).isEqualTo(100);
    }

    @Test
    void radioactivity_answersThatRepeatTheirPrompts_doNotCount() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String text : service.marked(CAMPAIGN, 5, 200)) {
            lines.add("{\"prompt\":\"" + text + "\",\"text\":\"" + text + "\"}");
        }
        Path answers = Files.write(folder.resolve("answers.jsonl"), lines);

        assertThat(run(answers).out())
                .contains("5 answers, 0 tokens to score, 0 scored.", "not found")
                .contains("0 scored tokens are too few: marked text itself needs about ")
                .contains("\nMaybe give more answers.\n");
    }

    @Test
    void radioactivity_nextTokenScores_takeTheLikeliest() throws IOException {
        List<String> lines = new ArrayList<>();
        int[] tokens = WordTokenizer.ids(service.marked(CAMPAIGN, 1, 400).getFirst());
        for (int i = 2; i < tokens.length; i++) {
            lines.add("{\"context\":[" + tokens[i - 2] + "," + tokens[i - 1] + "],\"scores\":{\"7\":-3.5,\"" + tokens[i]
                    + "\":-0.2}}");
        }
        lines.add("{\"context\":[1],\"token\":2}");
        lines.add("{\"context\":[1,2],\"scores\":{\"x\":1}}");
        lines.add("{\"context\":[1,2],\"scores\":{}}");
        lines.add("{\"context\":[1,2]}");
        Path predictions = Files.write(folder.resolve("predictions.jsonl"), lines);

        assertThat(run(predictions, "--open").out())
                .startsWith("398 predictions, 398 tokens to score")
                .contains("inherited")
                .contains("line 399: context has 1 tokens, must have at least 2")
                .contains("line 400: scores.x must be named by a token id")
                .contains("line 401: scores must be an object of scores by token id")
                .contains("line 402: must have token or scores");
    }

    @Test
    void radioactivity_keyIdOfBothKeys_isAUsageError() throws IOException {
        Path answers = service.file("answers", service.unmarked(1, 50));

        CommandRun both = runWith(answers, MEMBER);
        CommandRun account = runWith(answers, "atlas/1/account/a", "--beside-accounts");

        assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("must name one key", "Maybe test " + CAMPAIGN + " with --beside-accounts.");
        assertThat(account.err()).contains("--beside-accounts is for a campaign's key");
        assertThat(run(answers, "--controls", -1).err()).contains("--controls -1 must not be negative");
    }

    private CommandRun run(Path answers, Object... more) {
        return runWith(answers, CAMPAIGN, more);
    }

    private CommandRun runWith(Path answers, String keyId, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "watermark",
                "radioactivity",
                answers,
                "--keys",
                service.keys(),
                "--kek",
                service.kek(),
                "--key-id",
                keyId));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }
}
