package org.iolaus.simulator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.iolaus.simulator.actor.Prompt;
import org.iolaus.simulator.honest.EvaluationRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A corpus of numbered prompts dealt over a small scenario with honest people and campaigns. */
class DealerTest {
    private static final List<String> KINDS =
            List.of("chat", "coding", "tool-use", "reasoning", "intent", "rewrite", "rubric", "quiz");
    private static final int EACH = 3_000;
    private static final double SCALE = 0.06;

    private static List<JsonNode> exchanges = List.of();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void play() throws IOException {
        exchanges = lines(traffic(2, 0.5));
    }

    private static Corpus corpus() {
        SequencedMap<String, List<Prompt>> pools = new LinkedHashMap<>();
        for (String kind : KINDS) {
            List<Prompt> prompts = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                prompts.add(new Prompt("", "corpus " + kind + " " + i));
            }
            pools.put(kind, prompts);
        }
        return new Corpus(pools);
    }

    private static byte[] traffic(int threads, double share) throws IOException {
        return traffic(Scenarios.named("mixed"), SCALE, threads, share);
    }

    private static byte[] traffic(Scenario scenario, double scale, int threads, double share) throws IOException {
        SimulationConfig config = new SimulationConfig(5, scale, 0, threads).with(corpus(), share);
        try (InputStream in = new Simulation(scenario, config).play().exchanges()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }

    private static List<JsonNode> lines(byte[] bytes) {
        List<JsonNode> lines = new ArrayList<>();
        new String(bytes, UTF_8).lines().forEach(line -> lines.add(new JsonMapper().readTree(line)));
        return lines;
    }

    /** Lines of a small scenario whose campaign goes through its work by a method. */
    private List<JsonNode> campaign(String method) throws IOException {
        Path file = Files.writeString(folder.resolve("campaign.yaml"), """
                summary: One campaign
                days: 5
                population:
                  - {archetype: consumer, accounts: 10}
                campaigns:
                  - name: one
                    size: {accounts: 20, exchanges: 60}
                    work: {kinds: [reasoning], cover: 0, method: %s}
                """.formatted(method));
        return lines(traffic(Scenarios.of(file.toString()), 1, 2, 0.5));
    }

    /** The corpus prompt that an exchange asks, or an empty text. */
    private static String asked(JsonNode exchange) {
        JsonNode messages = exchange.path("request").path("messages");
        JsonNode content = messages.get(messages.size() - 1).path("content");
        String text = content.isString()
                ? content.asString()
                : content.get(0).path("text").asString();
        return text.startsWith("corpus ") ? text : "";
    }

    @Test
    void deal_threads_giveTheSameBytes() throws IOException {
        assertThat(traffic(1, 0.5)).isEqualTo(traffic(3, 0.5));
    }

    @Test
    void deal_noShare_leavesEverythingAsItWas() throws IOException {
        try (InputStream in = new Simulation(Scenarios.named("mixed"), new SimulationConfig(5, SCALE, 0, 2))
                .play()
                .exchanges()) {
            assertThat(traffic(2, 0)).isEqualTo(in.readAllBytes());
        }
    }

    @Test
    void deal_conversationOrProgram_asksForKindsOfItsOwn() {
        Map<String, Integer> byKind = new HashMap<>();
        for (JsonNode exchange : exchanges) {
            if (!asked(exchange).isEmpty()) {
                byKind.merge(asked(exchange).split(" ", -1)[1], 1, Integer::sum);
            }
        }
        assertThat(byKind.keySet()).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(byKind.get("chat")).isGreaterThan(200);
    }

    @Test
    void deal_talk_isNeverDealtTwice() {
        Map<String, Set<String>> askers = new HashMap<>();
        for (JsonNode exchange : exchanges) {
            if (asked(exchange).startsWith("corpus chat")) {
                askers.computeIfAbsent(asked(exchange), _ -> new HashSet<>())
                        .add(exchange.path("account_id").asString()
                                + exchange.path("end_user_id").asString());
            }
        }
        assertThat(askers.values()).allSatisfy(accounts -> assertThat(accounts).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shards", "sweep", "probing", "replay"})
    void deal_everyMethod_takesPromptsOfTheCorpus(String method) throws IOException {
        List<String> texts = campaign(method).stream()
                .map(each -> each.path("request").toString())
                .toList();
        long dealt = texts.stream()
                .filter(text -> text.contains("corpus reasoning "))
                .count();
        assertThat(dealt).isGreaterThan(texts.size() / 4);
    }

    @Test
    void deal_benchmark_isSharedByThoseWhoRunIt() throws IOException {
        Scenario scenario = new Scenario(
                "runners", "Runners", 5, List.of(new Scenario.Group(new EvaluationRunner(), 24)), List.of());
        Map<String, Set<String>> askers = new HashMap<>();
        for (JsonNode exchange : lines(traffic(scenario, 1, 2, 0.5))) {
            askers.computeIfAbsent(asked(exchange), _ -> new HashSet<>())
                    .add(exchange.path("account_id").asString());
        }
        askers.remove("");
        assertThat(askers.values()).anySatisfy(accounts -> assertThat(accounts).hasSizeGreaterThan(1));
    }
}
