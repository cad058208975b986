package org.iolaus.cli.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.iolaus.cli.live.LineSender;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.simulator.Play;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up traffic: a small campaign among ordinary customers. Accounts and all they do follow from the seed, so no two runs
 * have a name in common.
 */
final class Canary {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SCENARIO = "canary.yaml";
    private static final String LINES = "application/x-ndjson";

    private final Play play;
    private final Path folder;
    private final Set<String> campaign = new LinkedHashSet<>();
    private final Set<String> honest = new LinkedHashSet<>();

    /** @param folder where its facts and labels are written; new or empty */
    Canary(long seed, Path folder) throws IOException {
        this.folder = folder;
        play = new Simulation(scenario(), new SimulationConfig(seed, 1, 0, 1)).play();
        play.writeFacts(folder);
        for (String line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
            JsonNode label = MAPPER.readTree(line);
            (label.path("campaign").isNull() ? honest : campaign)
                    .add(label.path("account_id").asString());
        }
    }

    private static Scenario scenario() throws IOException {
        try (InputStream packed = Canary.class.getResourceAsStream(SCENARIO)) {
            if (packed == null) {
                throw new IllegalStateException("scenario " + SCENARIO + " must be packed with the command");
            }
            return Scenarios.parse(SCENARIO, new String(packed.readAllBytes(), UTF_8));
        }
    }

    /** Sends everything and waits until it is acknowledged. */
    LineSender.Sent send(ServiceClient client) throws IOException, InterruptedException {
        client.post("/v1/accounts", Files.readAllBytes(folder.resolve("accounts.jsonl.zst")), LINES, "zstd");
        client.post("/v1/releases", Files.readAllBytes(folder.resolve("releases.jsonl")), LINES, "");
        try (InputStream exchanges = play.exchanges()) {
            return new LineSender(client, "/v1/exchanges").send(exchanges);
        }
    }

    int exchanges() {
        return play.summary().exchanges();
    }

    /** Accounts of the campaign. */
    Set<String> campaign() {
        return campaign;
    }

    /** Everybody else. */
    Set<String> honest() {
        return honest;
    }
}
