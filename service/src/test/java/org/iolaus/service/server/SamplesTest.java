package org.iolaus.service.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iolaus.service.access.Scope;
import org.iolaus.service.log.LoggedFacts;
import org.iolaus.service.review.retention.SampleConfig;
import org.iolaus.service.review.retention.Samples;
import org.iolaus.service.review.vault.KeyEncryptionFile;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.StoreConfig;
import org.iolaus.watermark.keys.KeyEncryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whether prompts lie anywhere in the data folder, with samples and without. */
@Timeout(120)
class SamplesTest {
    private static final String CANARY = "canary-7261-of-the-prompt";
    private static final SampleConfig ON = new SampleConfig(true, 5, 100, 4096, Duration.ofDays(7));

    @TempDir
    private Path data = Path.of("");

    private static String line(String id, String account) {
        return "{\"id\":\"" + id + "\",\"time\":\"" + Instant.now().minusSeconds(5) + "\",\"account_id\":\"" + account
                + "\",\"model\":\"atlas\",\"request\":{\"system\":\"S " + CANARY
                + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Q " + CANARY
                + "\"}]},\"response\":{\"text\":\"A " + CANARY + "\"}}\n";
    }

    /** Sends exchanges to a service, one body good, one partly bad, and stops it; its log is not packed. */
    private void serve(boolean samples) throws Exception {
        Map<String, String> settings =
                Map.of("IOLAUS_SAMPLES_ENABLED", String.valueOf(samples), "IOLAUS_LOG_COMPRESS_FROM", "1g");
        try (RunningService service = RunningService.start(data, settings)) {
            String key = service.key(Scope.INGEST);
            assertThat(service.send("POST", "/v1/exchanges", key, line("1", "acct-1") + line("2", "acct-2"))
                            .statusCode())
                    .isEqualTo(200);
            service.send("POST", "/v1/exchanges", key, line("3", "acct-1") + "{\"" + CANARY + "\":1}\n");
            assertThat(service.drained()).isEqualTo(3);
        }
    }

    private List<String> kept(String account) throws IOException {
        SecureRandom random = new SecureRandom();
        try (Database database = Database.open(StoreConfig.embedded(data))) {
            KeyEncryption encryption =
                    KeyEncryptionFile.open(data, null, Map.of(), Vault.encryptionId(database), random);
            Vault vault = Vault.open(database, encryption, random, InstantSource.system());
            return new Samples(database, vault, ON, InstantSource.system(), random).of(account);
        }
    }

    private List<Path> filesWithTheCanary() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(SamplesTest::holdsTheCanary)
                    .toList();
        }
    }

    private static boolean holdsTheCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(CANARY);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void data_withoutSamples_holdsNoTextAnywhere() throws Exception {
        serve(false);

        assertThat(LoggedFacts.exchanges(data)).hasSize(3);
        assertThat(filesWithTheCanary()).isEmpty();
        assertThat(kept("acct-1")).isEmpty();
        Files.writeString(data.resolve("proof"), CANARY, UTF_8);
        assertThat(filesWithTheCanary()).as("the search itself").hasSize(1);
    }

    @Test
    void data_withSamples_holdsThemSealedAlone() throws Exception {
        serve(true);

        assertThat(filesWithTheCanary()).isEmpty();
        assertThat(kept("acct-1")).containsExactly("user: Q " + CANARY + "\nsystem: S " + CANARY);
        assertThat(kept("acct-2")).hasSize(1);
    }
}
