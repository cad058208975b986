package org.iolaus.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated folder read back with an ordinary JSON parser. */
record Traffic(List<JsonNode> exchanges, Map<String, JsonNode> accounts, Map<String, JsonNode> labels, JsonNode truth) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Traffic of(String scenario, long seed, double scale, int days, Path folder) throws IOException {
        return of(scenario, new SimulationConfig(seed, scale, days, 2), folder);
    }

    static Traffic of(String scenario, SimulationConfig config, Path folder) throws IOException {
        new Simulation(Scenarios.named(scenario), config).write(folder);
        List<JsonNode> exchanges = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("exchanges"))
                    .sorted()
                    .toList()) {
                exchanges.addAll(lines(file));
            }
        }
        return new Traffic(
                exchanges,
                byAccount(lines(folder.resolve("accounts.jsonl.zst"))),
                byAccount(lines(folder.resolve("labels.jsonl"))),
                MAPPER.readTree(Files.readString(folder.resolve("truth.json"))));
    }

    private static Map<String, JsonNode> byAccount(List<JsonNode> lines) {
        Map<String, JsonNode> accounts = new HashMap<>();
        lines.forEach(line -> accounts.put(line.path("account_id").asString(), line));
        return accounts;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        boolean packed = file.toString().endsWith(".zst");
        try (BufferedReader reader = packed
                ? new BufferedReader(new InputStreamReader(new ZstdInputStream(Files.newInputStream(file)), UTF_8))
                : Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(MAPPER.readTree(line));
            }
        }
        return lines;
    }

    /** Exchanges of one archetype. */
    List<JsonNode> exchanges(String archetype) {
        return exchanges.stream()
                .filter(each -> archetype(each).equals(archetype))
                .toList();
    }

    String archetype(JsonNode exchange) {
        return label(exchange).path("archetype").asString();
    }

    JsonNode account(JsonNode exchange) {
        return accounts.getOrDefault(exchange.path("account_id").asString(), MAPPER.nullNode());
    }

    JsonNode label(JsonNode exchange) {
        return labels.getOrDefault(exchange.path("account_id").asString(), MAPPER.nullNode());
    }

    /** The text of the exchange's last message. */
    static String turn(JsonNode exchange) {
        JsonNode messages = exchange.path("request").path("messages");
        JsonNode content = messages.get(messages.size() - 1).path("content");
        return content.isString()
                ? content.asString()
                : content.get(0).path("text").asString();
    }
}
