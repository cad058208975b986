package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.selection.BestOfN;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Served, marked, traced: from the key id in a decision to the account and campaign, by the text alone. */
class WatermarkTraceCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    private ToyService service;

    private Path decisions = Path.of(".");

    @BeforeEach
    void serve() throws IOException {
        service = new ToyService(folder);
        decisions = service.decisions();
    }

    @Test
    void trace_textOfACampaignsAccount_namesAccountAndCampaign() throws IOException {
        String named = service.keyId("--account", ToyService.MEMBER, "--campaign", ToyService.CAMPAIGN);
        assertThat(Files.readString(decisions)).contains("\"watermark_key_id\":\"" + named + "\"");
        Path found = service.file("found", service.marked(named, 8, 150));

        JsonNode json = json(found);

        assertThat(json.path("account_id").asString()).isEqualTo(ToyService.MEMBER);
        assertThat(json.path("campaign_id").asString()).isEqualTo(ToyService.CAMPAIGN);
        assertThat(json.path("ambiguous").asBoolean()).isFalse();
        assertThat(json.path("keys_tested").asInt()).isEqualTo(42);
        assertThat(json.at("/tests/1/result").asString()).isEqualTo("fires_alone");
    }

    @Test
    void trace_textOfAnAccountAlone_saysWhatThatProvesAndWhatNot() throws IOException {
        String named = service.keyId("--account", ToyService.MARKED_WITH_ACCOUNT);
        Path found = service.file("found", service.marked(named, 4, 150));

        CommandRun run = run(found);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("4 texts, 600 tokens; 42 keys tested, error 1.0e-6 over all of them.\n")
                .contains("Account " + ToyService.MARKED_WITH_ACCOUNT + " is named.\n")
                .doesNotContain("Campaign")
                .contains("What this proves:", "What this does not prove:", "frame its owner");
    }

    @Test
    void trace_responsesChosenOfFour_namesTheAccount() throws IOException {
        Scheme.Gumbel scheme = (Scheme.Gumbel)
                service.ring().schedule().epochs().getFirst().settings().scheme();
        BestOfN choice = new BestOfN(
                scheme, service.ring().keying(KeyId.parse("atlas/1/account/" + ToyService.MARKED_WITH_ACCOUNT)));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            chosen.add(choice.chooseText(service.unmarked(4, 150)));
        }

        assertThat(json(service.file("found", chosen)).path("account_id").asString())
                .isEqualTo(ToyService.MARKED_WITH_ACCOUNT);
    }

    @Test
    void trace_unmarkedText_namesNobodyAndClearsNobody() throws IOException {
        Path found = service.file("found", service.unmarked(8, 200));

        CommandRun run = run(found);
        JsonNode test = json(found).at("/tests/0");

        assertThat(run.out())
                .contains("Nobody is named.", "none fires", "It clears nobody: paraphrase")
                .doesNotContain("acct-");
        assertThat(test.path("suspects").isEmpty()).isTrue();
        assertThat(test.at("/nearest/log10_p_value_among_all").asDouble()).isBetween(-4.0, 0.0);
        assertThat(test.path("nearest").has("key_id")).isFalse();
    }

    @Test
    void trace_textsOfTwoAccounts_namesNeitherTogetherAndBothApart() throws IOException {
        List<String> both = Stream.concat(
                        service.marked("atlas/1/account/acct-05", 1, 400).stream(),
                        service.marked("atlas/1/account/acct-11", 1, 400).stream())
                .toList();
        Path found = service.file("found", both);

        assertThat(run(found).out())
                .contains("Keys of two accounts fire, so none of them is named: acct-05, acct-11.")
                .contains("pieces were put together to frame one");
        JsonNode each = json(found, "--each");
        assertThat(each.at("/by_text/0/account_id").asString()).isEqualTo("acct-05");
        assertThat(each.at("/by_text/1/account_id").asString()).isEqualTo("acct-11");
    }

    @Test
    void trace_textsOfACampaignsAccounts_namesTheCampaignAlone() throws IOException {
        List<String> all = new ArrayList<>();
        for (String account : List.of("acct-21", "acct-25", "acct-29")) {
            String id = service.keyId("--account", account, "--campaign", ToyService.CAMPAIGN);
            all.addAll(service.marked(id, 8, 200));
        }

        CommandRun run = run(service.file("found", all));

        assertThat(run.out())
                .contains("Campaign " + ToyService.CAMPAIGN + " is named.")
                .contains("Keys of three accounts fire, so none of them is named: acct-21, acct-25, acct-29.")
                .contains("What this proves:");
    }

    @Test
    void trace_fewTokens_saysHowManyAreNeeded() throws IOException {
        Path found = service.file("found", service.unmarked(1, 12));

        CommandRun run = run(found);
        JsonNode test = json(found).at("/tests/0");

        assertThat(run.out()).contains("10 scored tokens are too few for an answer: about ");
        assertThat(test.path("result").asString()).isEqualTo("too_few_tokens");
        assertThat(test.path("needed_tokens").asInt()).isBetween(100, 1000);
    }

    @Test
    void trace_textThatRepeatsItself_countsItOnce() throws IOException {
        String phrase = service.unmarked(1, 10).getFirst();
        Path found = service.file("found", List.of(phrase.repeat(200)));

        assertThat(run(found).out())
                .contains("The text repeats itself: 1,988 of its 1,998 tokens were counted before and are left out.");
    }

    @Test
    void trace_badLines_areNamedByFileLineAndRule() throws IOException {
        Path found = service.file("found", service.marked("atlas/1/account/acct-05", 1, 400));
        Files.write(
                found,
                List.of(
                        "",
                        "not json",
                        "{\"id\":\"x\"}",
                        "{\"tokens\":[1,-2]}",
                        "{\"text\":\"a\",\"tokenizer\":\"bpe\"}",
                        "{\"text\":\"a\",\"time\":\"2020-01-01T00:00:00Z\"}",
                        "{\"text\":\"a\",\"time\":\"then\"}"),
                StandardOpenOption.APPEND);

        CommandRun run = run(found);

        assertThat(run.out())
                .contains("Account acct-05 is named.")
                .contains("Set aside 6 lines:")
                .contains("found.jsonl line 3 must be a JSON object")
                .contains("found.jsonl line 4: must have tokens or text")
                .contains("found.jsonl line 5: tokens[1] -2 must be a token id")
                .contains("found.jsonl line 6: tokenizer \"bpe\" is unknown here: the epoch is marked under \"words\"")
                .contains("found.jsonl line 7: time 2020-01-01T00:00:00Z is out of epoch: the first begins at ")
                .contains("and 1 more");
    }

    @Test
    void trace_decisionsOutOfEpochOrMalformed_areSetAside() throws IOException {
        Files.write(
                decisions,
                List.of(
                        "{\"watermark_key_id\":\"atlas/2/account/a\"}",
                        "{\"watermark_key_id\":\"hermes/1/account/a\"}",
                        "{\"account_id\":\"a\"}"),
                StandardOpenOption.APPEND);

        assertThat(run(service.file("found", service.unmarked(1, 50))).out())
                .contains("decisions.jsonl line 41: key id atlas/2/account/a is out of epoch: the key ring holds")
                .contains("decisions.jsonl line 42: key id hermes/1/account/a must be of provider atlas")
                .contains("decisions.jsonl line 43: watermark_key_id must be a key id");
    }

    @Test
    void trace_nothingUsable_isAnInputError() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jsonl"));
        Path found = service.file("found", service.unmarked(1, 50));

        assertThat(run(empty).exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run(empty).err()).contains("no text could be read: the files hold no lines");
        CommandRun noDecision = CommandRun.of(
                "watermark", "trace", found, "--keys", service.keys(), "--kek", service.kek(), "--decisions", empty);
        assertThat(noDecision.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(noDecision.err()).contains("no decision could be read");
        assertThat(run(folder.resolve("missing.jsonl")).err()).contains("missing.jsonl does not exist");
    }

    @Test
    void trace_anyNumberOfThreads_isTheSame() throws IOException {
        Path found = service.file("found", service.marked("atlas/1/account/acct-05", 2, 200));

        assertThat(run(found, "--threads", 1).out())
                .isEqualTo(run(found, "--threads", 4).out());
    }

    private CommandRun run(Path texts, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "watermark",
                "trace",
                texts,
                "--keys",
                service.keys(),
                "--kek",
                service.kek(),
                "--decisions",
                decisions));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private JsonNode json(Path texts, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("--format", "json"));
        arguments.addAll(List.of(more));
        CommandRun run = run(texts, arguments.toArray());
        assertThat(run.err()).isEmpty();
        return new JsonMapper().readTree(run.out());
    }
}
