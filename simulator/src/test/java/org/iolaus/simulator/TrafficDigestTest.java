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
            demo, 3, 0.05, 4, 1520a365b94fa10c0fe77ba2b5c20399c6ddda3439f04d19aa5bffce54d13220
            scattered, 3, 0.05, 4, 4cab65885230bac8cfcdee4b6223c5612b7af1344851d6946d039bca19b2e2de
            jitter3h, 8, 1.1, 2, 424db23b2a7229e87f080e3d9e98a35b67c0bf636625829c63654f12d5761195
            reseller, 3, 0.05, 4, 0d783e7621c1997c0845865ba715da655f6ac9330538dc3f4e8847ba918b3aef
            regrown, 3, 0.05, 4, e581d8f18061f173818a66abda098d16c9101c13ccc4b278b07d4413e6d71f86
            mixed, 3, 0.05, 4, 78cba655d3674da4b0ec3a80b03e0329be1bfe6af89ec5bc860489e3ee4653ba
            counterfactual, 3, 0.05, 4, 1214ad0e9f54fb1f84286aea204273ac810562903bf54384dbceee67a02ff197
            """)
    void write_bundledScenario_staysAsItWas(String scenario, long seed, double scale, int days, String digest)
            throws Exception {
        new Simulation(Scenarios.named(scenario), new SimulationConfig(seed, scale, days, 2)).write(folder);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String file : List.of("accounts.jsonl.zst", "exchanges.jsonl.zst", "releases.jsonl")) {
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
