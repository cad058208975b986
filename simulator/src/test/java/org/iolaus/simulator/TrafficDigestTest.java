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
            demo, 3, 0.05, 4, 89d9dfd1e980b757379a79d28325a7c13485bae8c23fc80a7093342dd0c4fec9
            scattered, 3, 0.05, 4, 501bfa82fe64e5eb180cdc83fc237b309d7304e2a3a109f5f4b27a99cde7bea9
            jitter3h, 8, 1.1, 2, 6caf0da1cf0c32b22408aa11a49b7ef9a84256839931f0c3b8033eb3fbc5d252
            reseller, 3, 0.05, 4, 040dd2b84cffad9369d459c442460fe105ba435c6b6cbcb1fb330306d9e0d689
            regrown, 3, 0.05, 4, b216a9cfe7003716d4fc53ac3a475ca59b917ab96757edd7e8619487a23acade
            mixed, 3, 0.05, 4, ce0a72871adf9facd98716e18b5bdde4b089b871adcab2176cf28b7c4f2398ad
            counterfactual, 3, 0.05, 4, e287aa131f5078a5919784919a7ca8099c4847d9c750f8d95c3e741bd45f67b2
            sweep, 3, 0.05, 4, d7ee29b3458d0639f88339080596b209f41473aa7cd8a07fb71c3dea0a0572c1
            refusal-probing, 3, 0.05, 4, acf2e7ea7bc2131e448b15ea311f71a3142c14ef84711519a7e1135d090b2b85
            replay, 3, 0.05, 4, 422bd952289a1c65c75e9d2bd16680f68278c49e60be924c042a14ed298092db
            geo-matched, 3, 0.05, 4, 95bd0b231b4a270e12102168f5a435effc488cde27d5e1659a56bbc74105f1c2
            vpn-newcomers, 3, 0.05, 4, bcdb6958a22eec936e53eff86e8088b0b0ede129c37c815e732ee310862998a1
            imitated-class, 3, 0.05, 4, 3d7b27a5bb5dea8fbcad0d51ca465affd62fcb3ae4ee0adee03b89e1a98cefbd
            imitated-firm, 3, 0.05, 4, b1a69bcb3413c18e8b3680db5baab7edd6135442f4593aced0d9a99672f6af9a
            client-agency, 3, 0.05, 4, 29e46d8cadc856fd9cdf8216d127ae38d236cd133cb494f72829271b635999d8
            grading-agency, 3, 0.05, 4, dff730d7e84503296cfd2643aa94b5f337657a059b8865bae99150bdc06d357e
            grading-twins, 3, 0.05, 4, c5aaa3df56e92a3e94ec23c33e26e193dcbf7b4e7587e13b5258cfc9d0570d84
            unverified-firm, 3, 0.05, 4, 083d440561cd1a5c73775c64be7a8fee037af298da58da941285eef56f651171
            relays, 3, 0.05, 4, 6a7c33e7b2120d4f12bebe4405418e0374e49d239c1f4a74ff0f2d3719860d08
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
