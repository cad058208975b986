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
            sweep, 3, 0.05, 4, e58c135c81348fa588b17fd818fbb7b22377e37b4d7e11f47b28733b6eb567bf
            refusal-probing, 3, 0.05, 4, bc1f13d037c533375614e019eef486dff556ad07c6eff67b64b30201ec30e7d9
            replay, 3, 0.05, 4, 8b78fec970466077dfb7a3b6e76575ae273672860d1a332422ac1c5a967ce5fe
            geo-matched, 3, 0.05, 4, b094abdb363ffe51b03caef0593fab3801b1b55d2844ac0d58e6d27cbf10ce80
            vpn-newcomers, 3, 0.05, 4, 8a1c2e02865d36ede91ad2f3c0c16749d3b9f7cc2edcb29635fa78728c7a673c
            imitated-class, 3, 0.05, 4, dff0ddf4fd189d10ec4a5f8bceb2eba47ebb18e811a7b7375f530fd45bc5c561
            imitated-firm, 3, 0.05, 4, f21c2a15fbc8ab8c850652745dcf80089ff57c4f84de732ca31e16bf67f1d1ab
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
