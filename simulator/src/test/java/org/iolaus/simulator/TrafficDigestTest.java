package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published figures stand on this traffic: a change of a digest is a change of every figure in the documentation.
 */
class TrafficDigestTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(textBlock = """
            demo, 3, 0.05, 4, 79c49f47a2d95d619be4726e2fd8c163127b0017a9d1d367d62a1003b87f190b
            scattered, 3, 0.05, 4, a77b0f03cd4b4697fc8635d45709c9f6f620382f32b427138e584f9a77dfa201
            jitter3h, 8, 1.1, 2, aeaaad7cd7ca4da1e26c131d3fd8ca8a9eb2645b38424b3548669f3df2e3fa66
            reseller, 3, 0.05, 4, 5f61b6313822dc359bf905e4b030d826d11026580db970f5dc91c6bb673068bf
            regrown, 3, 0.05, 4, 1b59895ea4f4319705e427b7a72e57562dc8d5b3eb71419d5d4e8c813e736a2e
            mixed, 3, 0.05, 4, c2f48ad53588cdbe984bb0b1f47dcc966310538f6e3983fb296923048d66e58e
            counterfactual, 3, 0.05, 4, 2add09c1034cd0601bf5a17eaad9b61921a46d687975d6d538747f2b9b62702d
            """)
    void write_bundledScenario_staysAsItWas(String scenario, long seed, double scale, int days, String digest)
            throws Exception {
        new Simulation(Scenarios.named(scenario), new SimulationConfig(seed, scale, days, 2)).write(folder);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String file :
                List.of("accounts.jsonl.zst", "exchanges.jsonl.zst", "labels.jsonl", "truth.json", "releases.jsonl")) {
            sha.update(content(folder.resolve(file)));
        }
        assertThat(HexFormat.of().formatHex(sha.digest())).isEqualTo(digest);
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".zst") ? new ZstdInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
