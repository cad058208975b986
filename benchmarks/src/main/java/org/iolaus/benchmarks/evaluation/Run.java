package org.iolaus.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iolaus.evaluation.Comparison;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Rivals;
import org.iolaus.evaluation.Score;
import org.iolaus.evaluation.baseline.TrafficReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One scenario with one seed, scanned and scored.
 *
 * @param scenario its name
 * @param seed the simulation's seed
 * @param exchanges exchanges scanned
 * @param accounts accounts scanned
 * @param digest digest of the scan's configuration
 * @param score the scan's score
 * @param comparison the scan beside its rivals
 */
record Run(
        String scenario, long seed, long exchanges, long accounts, String digest, Score score, Comparison comparison) {
    /** Scores the folders {@code traffic} and {@code scan} inside a folder. */
    static Run read(Path folder) throws IOException, InterruptedException {
        Path traffic = folder.resolve("traffic");
        Path scan = folder.resolve("scan");
        JsonMapper mapper = new JsonMapper();
        JsonNode truth = mapper.readTree(Files.readString(traffic.resolve("truth.json")));
        JsonNode summary = mapper.readTree(Files.readString(scan.resolve("summary.json")));
        int threads = Runtime.getRuntime().availableProcessors();
        return new Run(
                truth.path("split").asString(),
                truth.path("seed").asLong(),
                summary.path("exchanges").asLong(),
                summary.path("accounts").asLong(),
                summary.path("configuration_digest").asString(),
                Evaluation.score(traffic, scan),
                Rivals.compare(
                        traffic,
                        scan,
                        TrafficReader.read(
                                exchanges(traffic), List.of(traffic.resolve("accounts.jsonl.zst")), threads)));
    }

    private static List<Path> exchanges(Path traffic) throws IOException {
        try (Stream<Path> files = Files.list(traffic)) {
            return files.filter(file -> file.getFileName().toString().startsWith("exchanges"))
                    .sorted()
                    .toList();
        }
    }

    /** What it is called in tables and figures. */
    String name() {
        return scenario + " " + seed;
    }
}
