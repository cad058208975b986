package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The port with a certificate. */
@Timeout(120)
class TlsTest {
    @TempDir
    Path folder;

    private PemFiles pem;

    @BeforeEach
    void makeCertificate() throws Exception {
        pem = PemFiles.make(folder, "good");
    }

    private Map<String, String> settings(Path certificate, Path key) {
        return Map.of(
                "IOLAUS_DATA", folder.resolve("data").toString(),
                "IOLAUS_SERVER_PORT", "0",
                "IOLAUS_SERVER_TLS_CERTIFICATE", certificate.toString(),
                "IOLAUS_SERVER_TLS_KEY", key.toString());
    }

    private LiveService start(Path certificate, Path key) throws IOException {
        return LiveService.start(
                LiveServiceConfig.read(null, settings(certificate, key)),
                Map.of(),
                InstantSource.system(),
                new SecureRandom(),
                "test");
    }

    private static int status(HttpClient client, String url, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("X-Api-Key", key)
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void port_withCertificate_answersHttpsAndGrpcAndNothingPlain() throws Exception {
        try (LiveService service = start(pem.certificate(), pem.key());
                HttpClient trusting =
                        HttpClient.newBuilder().sslContext(pem.trusting()).build();
                HttpClient plain = HttpClient.newHttpClient()) {
            service.ready().get();
            String key = service.firstKey().orElseThrow().text().reveal();
            String place = "127.0.0.1:" + service.port();

            assertThat(status(trusting, "https://" + place + "/v1/policy", key)).isEqualTo(200);
            assertThat(status(trusting, "https://" + place + "/v1/policy", "")).isEqualTo(401);
            assertThatThrownBy(() -> status(plain, "http://" + place + "/health/live", key))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> status(plain, "https://" + place + "/health/live", key))
                    .as("a client that does not trust the certificate")
                    .isInstanceOf(IOException.class);
            export("http://" + place, key);
            assertThat(service.status().loggedPosition()).isZero();
            export("https://" + place, key);
            assertThat(service.status().loggedPosition()).isEqualTo(1);
        }
    }

    /** Sends a span of a model call over gRPC. */
    private void export(String endpoint, String key) throws IOException {
        OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTrustedCertificates(Files.readAllBytes(pem.certificate()))
                .setRetryPolicy(null)
                .setTimeout(Duration.ofSeconds(10))
                .addHeader("x-api-key", key)
                .build();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()) {
            provider.get("test")
                    .spanBuilder("chat")
                    .setAttribute("gen_ai.operation.name", "chat")
                    .setAttribute("gen_ai.request.model", "atlas")
                    .setAttribute("user.id", "acct-tls")
                    .startSpan()
                    .end();
            provider.forceFlush().join(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void start_withFilesThatAreNoPem_isRefusedAndNamesThem() throws Exception {
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no certificate\n");

        assertThatThrownBy(() -> start(garbage, pem.key()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContainingAll("server.tls.certificate", garbage.toString(), "server.tls.key");
        assertThatThrownBy(() -> start(pem.certificate(), garbage))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContainingAll("server.tls.key", garbage.toString());
    }

    @Test
    void start_withAnotherCertificatesKey_isRefusedAndLeavesNothingOpen() throws Exception {
        PemFiles other = PemFiles.make(folder, "other");

        assertThatThrownBy(() -> start(pem.certificate(), other.key()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContainingAll("belong together", other.key().toString());
        start(pem.certificate(), pem.key()).close();
    }

    @Test
    void start_withFileThatIsNotThere_isRefused() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> start(missing, pem.key()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining(missing.toString());
    }
}
