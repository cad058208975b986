package org.iolaus.cli.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo's traffic, to be written in any shape.
 *
 * @param folder where it lies
 * @param lines its exchanges in our own format
 */
public record SimulatedShapes(Path folder, List<String> lines) {
    /** No traffic. */
    public static final SimulatedShapes NONE = new SimulatedShapes(Path.of("."), List.of());

    private static final Map<String, ShapeWriter> WRITERS = Map.of(
            "otlp", new OtlpWriter(false, false),
            "otlp-texts", new OtlpWriter(false, true),
            "otlp-protobuf", new OtlpWriter(true, false),
            "litellm", new LiteLlmWriter(true, false),
            "litellm-lines", new LiteLlmWriter(false, false),
            "litellm-hidden", new LiteLlmWriter(false, true),
            "bedrock", new BedrockWriter());

    /**
     * Equal exchanges in two files.
     *
     * @param ours in our own format, without what the other cannot carry
     * @param theirs in the other shape
     */
    public record Pair(Path ours, Path theirs) {}

    /** Plays the demo into a folder. */
    public static SimulatedShapes simulate(Path folder) throws IOException {
        new Simulation(Scenarios.named("demo"), new SimulationConfig(1, 0.4, 0, 2)).write(folder);
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(folder.resolve("exchanges.jsonl.zst"))), UTF_8))) {
            reader.lines().forEach(lines::add);
        }
        return new SimulatedShapes(folder, lines);
    }

    /** Writes it in our format and in another; the files' folders have one name, which is the exchanges' source. */
    public Pair write(String name) throws IOException {
        ShapeWriter writer = WRITERS.get(name);
        if (writer == null) {
            throw new IllegalArgumentException("writer " + name + " must be one of " + WRITERS.keySet());
        }
        List<ObjectNode> exchanges = new ArrayList<>();
        for (String line : lines) {
            ObjectNode exchange = (ObjectNode) Json.MAPPER.readTree(line);
            exchange.remove("source");
            exchanges.add(writer.carried(exchange));
        }
        Path ours = folder.resolve("ours-" + name + "/traffic/exchanges.jsonl");
        Path theirs = folder.resolve("theirs-" + name + "/traffic/exchanges.json");
        Files.createDirectories(ours.getParent());
        Files.createDirectories(theirs.getParent());
        Files.write(ours, Json.lines(exchanges));
        Files.write(theirs, writer.file(exchanges));
        return new Pair(ours, theirs);
    }
}
