package org.iolaus.simulator.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Metadata of the accounts of small simulated scenarios, each played once. */
final class Metadata {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Map<String, Map<Facet, Map<String, List<double[]>>>> PLAYED = new HashMap<>();

    private Metadata() {}

    /** One row of numbers an account, by campaign; honest accounts under the empty name. */
    static Map<String, List<double[]>> rows(String scenario, long seed, Facet facet) {
        return PLAYED.computeIfAbsent(scenario + seed, _ -> played(scenario, seed))
                .getOrDefault(facet, Map.of());
    }

    private static Map<Facet, Map<String, List<double[]>>> played(String scenario, long seed) {
        try {
            Path folder = Files.createTempDirectory("metadata");
            new Simulation(Scenarios.named(scenario), new SimulationConfig(seed, 0.5, 10, 2)).write(folder);
            Map<String, List<JsonNode>> exchanges = new LinkedHashMap<>();
            read(folder.resolve("exchanges.jsonl.zst"), line -> {
                ((ObjectNode) line.path("request")).retain("parameters", "system");
                exchanges
                        .computeIfAbsent(id(line), _ -> new ArrayList<>())
                        .add(((ObjectNode) line).retain("time", "model", "pathway", "usage", "request"));
            });
            Map<String, JsonNode> accounts = new HashMap<>();
            read(folder.resolve("accounts.jsonl.zst"), line -> accounts.put(id(line), line));
            Map<String, String> campaigns = new HashMap<>();
            read(
                    folder.resolve("labels.jsonl"),
                    line -> campaigns.put(id(line), line.path("campaign").asString("")));
            return rows(exchanges, accounts, campaigns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Facet, Map<String, List<double[]>>> rows(
            Map<String, List<JsonNode>> exchanges, Map<String, JsonNode> accounts, Map<String, String> campaigns) {
        Map<Facet, Map<String, List<double[]>>> rows = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, List<double[]>> own = new TreeMap<>();
            exchanges.forEach((account, calls) -> own.computeIfAbsent(
                            campaigns.getOrDefault(account, ""), _ -> new ArrayList<>())
                    .add(facet.of(accounts.getOrDefault(account, MAPPER.nullNode()), calls)));
            rows.put(facet, own);
        }
        return rows;
    }

    private static String id(JsonNode line) {
        return line.path("account_id").asString();
    }

    private static void read(Path file, Consumer<JsonNode> sink) throws IOException {
        var in = Files.newInputStream(file);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(file.toString().endsWith(".zst") ? new ZstdInputStream(in) : in, UTF_8))) {
            reader.lines().forEach(line -> sink.accept(MAPPER.readTree(line)));
        }
        Files.delete(file);
    }
}
