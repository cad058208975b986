package org.iolaus.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.evaluation.Comparison;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Rivals;
import org.iolaus.evaluation.Score;
import org.iolaus.evaluation.baseline.Traffic;
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
 * @param adoption when its campaigns' moves to a new model could be seen
 * @param comparison the scan beside its rivals
 */
record Run(
        String scenario,
        long seed,
        long exchanges,
        long accounts,
        String digest,
        Score score,
        Adoption adoption,
        Comparison comparison) {
    /** Scores the folders {@code traffic} and {@code scan} inside a folder, and rivals on the same traffic. */
    static Run read(Path folder) throws IOException, InterruptedException {
        Path traffic = folder.resolve("traffic");
        Adoption adoption = Adoption.of(traffic);
        Traffic read = TrafficReader.read(
                Recording.exchangeFiles(traffic),
                List.of(traffic.resolve("accounts.jsonl.zst")),
                Runtime.getRuntime().availableProcessors(),
                adoption::exchange);
        return of(folder, adoption, Rivals.compare(traffic, folder.resolve("scan"), read));
    }

    /** Scores the same folders without rivals. */
    static Run scored(Path folder) throws IOException, InterruptedException {
        Path traffic = folder.resolve("traffic");
        Adoption adoption = Adoption.of(traffic);
        if (!adoption.isEmpty()) {
            Recording.replay(traffic, adoption::exchange);
        }
        return of(folder, adoption, new Comparison(0, 0, 0, List.of()));
    }

    private static Run of(Path folder, Adoption adoption, Comparison comparison) throws IOException {
        Path traffic = folder.resolve("traffic");
        Path scan = folder.resolve("scan");
        JsonMapper mapper = new JsonMapper();
        JsonNode truth = mapper.readTree(Files.readString(traffic.resolve("truth.json")));
        JsonNode summary = mapper.readTree(Files.readString(scan.resolve("summary.json")));
        return new Run(
                truth.path("split").asString(),
                truth.path("seed").asLong(),
                summary.path("exchanges").asLong(),
                summary.path("accounts").asLong(),
                summary.path("configuration_digest").asString(),
                Evaluation.score(traffic, scan),
                adoption,
                comparison);
    }

    /** What it is called in tables and figures. */
    String name() {
        return scenario + " " + seed;
    }
}
