package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.google.protobuf.ByteString;
import com.linecorp.armeria.client.grpc.GrpcClients;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.iolaus.service.access.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole service on a free port, asked as strangers and as customers ask. */
@Timeout(120)
class LiveServiceTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EXCHANGE = """
            {"id":"ex-1","time":"2026-02-23T10:00:00Z","account_id":"acct-1","model":"atlas","request":{"messages":[{"role":"user","content":"hello"}]}}
            """;

    @TempDir
    private static Path data;

    private static LiveService service;
    private static final Map<Scope, String> KEYS = new EnumMap<>(Scope.class);

    @BeforeAll
    static void start() throws Exception {
        LiveServiceConfig config = LiveServiceConfig.read(
                null,
                Map.of("IOLAUS_DATA", data.toString(), "IOLAUS_SERVER_PORT", "0", "IOLAUS_INTAKE_MAX_UNPACKED", "1m"));
        service = LiveService.start(config, Map.of(), InstantSource.system(), new SecureRandom(), "test");
        service.ready().get();
        String first = service.firstKey().orElseThrow().text().reveal();
        for (Scope scope : Scope.values()) {
            String body = "{\"name\":\"only " + scope.label() + "\",\"scopes\":[\"" + scope.label() + "\"]}";
            HttpResponse<String> made = send("POST", "/v1/keys", first, body.getBytes(StandardCharsets.UTF_8));
            KEYS.put(scope, MAPPER.readTree(made.body()).path("key").asString(""));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> send(String method, String path, String key, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body));
        if (!key.isEmpty()) {
            request.header("X-Api-Key", key);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String key(Scope scope) {
        return String.valueOf(KEYS.get(scope));
    }

    /** Method, path and scope of every route that the service says it has. */
    private static List<String[]> routes() throws Exception {
        List<String[]> routes = new ArrayList<>();
        JsonNode paths = MAPPER.readTree(send("GET", "/v1/openapi.json", key(Scope.SHARE), new byte[0])
                        .body())
                .path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String needs = operation.getValue().path("description").asString("");
                String scope = needs.replaceFirst(".*scope (\\w+).*", "$1");
                String concrete = path.getKey().replaceAll("\\{[^}]+}", "x");
                routes.add(new String[] {operation.getKey().toUpperCase(Locale.ROOT), concrete, scope});
            }
        }
        return routes;
    }

    @Test
    void routes_allOfThem_refuseStrangersAndKeysOfOtherScopes() throws Exception {
        List<String[]> routes = routes();

        assertThat(routes).hasSizeGreaterThan(30);
        for (String[] route : routes) {
            assertThat(send(route[0], route[1], "", new byte[0]).statusCode())
                    .as("%s %s without a key", route[0], route[1])
                    .isEqualTo(401);
            assertThat(send(route[0], route[1], "iol_wrong_wrong", new byte[0]).statusCode())
                    .as("%s %s with a made-up key", route[0], route[1])
                    .isEqualTo(401);
            for (Scope scope : Scope.values()) {
                if (!scope.label().equals(route[2])) {
                    assertThat(send(route[0], route[1], key(scope), new byte[0]).statusCode())
                            .as("%s %s with scope %s", route[0], route[1], scope)
                            .isEqualTo(403);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
                "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
                "/envoy.service.auth.v3.Authorization/Check"
            })
    void remoteCall_withoutKey_isRefused(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/grpc")
                .POST(BodyPublishers.ofByteArray(new byte[5]))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void span_ofAModelCall_isTakenOverGrpc() {
        TraceServiceGrpc.TraceServiceBlockingStub traces = GrpcClients.builder(
                        "gproto+http://127.0.0.1:" + service.port() + "/")
                .setHeader("x-api-key", key(Scope.INGEST))
                .build(TraceServiceGrpc.TraceServiceBlockingStub.class);
        long start = Instant.parse("2026-02-23T10:00:00Z").getEpochSecond() * 1_000_000_000L;
        Span span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(new byte[16]))
                .setSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + 1)
                .addAttributes(attribute("gen_ai.operation.name", "chat"))
                .addAttributes(attribute("gen_ai.request.model", "atlas"))
                .addAttributes(attribute("user.id", "acct-grpc"))
                .build();
        long before = service.status().loggedPosition();

        ExportTraceServiceResponse response = traces.export(ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build());

        assertThat(response.hasPartialSuccess()).isFalse();
        assertThat(service.status().loggedPosition()).isGreaterThan(before);
    }

    private static KeyValue attribute(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    @Test
    void exchanges_goodAndBadLines_areCountedWithTheirReasons() throws Exception {
        String body = EXCHANGE + "{\"id\":\"ex-2\"}\nno JSON\n";

        HttpResponse<String> response =
                send("POST", "/v1/exchanges", key(Scope.INGEST), body.getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode counts = MAPPER.readTree(response.body());
        assertThat(counts.path("accepted").asInt()).isEqualTo(1);
        assertThat(counts.path("rejected").asInt()).isEqualTo(2);
        assertThat(counts.path("rejections").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(counts.path("rejections").path(1).path("reason").asString(""))
                .isNotBlank();
    }

    @Test
    void exchanges_packed_areTaken() throws Exception {
        byte[] packed = Zstd.compress(EXCHANGE.getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> response = send("POST", "/v1/exchanges", key(Scope.INGEST), packed);

        assertThat(MAPPER.readTree(response.body()).path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void body_thatUnpacksToFarMore_isRefused() throws Exception {
        byte[] bomb = Zstd.compress(new byte[64 << 20]);

        HttpResponse<String> response = send("POST", "/v1/exchanges", key(Scope.INGEST), bomb);

        assertThat(bomb.length).isLessThan(1 << 16);
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void body_damaged_isRefused() throws Exception {
        byte[] packed = Zstd.compress(EXCHANGE.repeat(100).getBytes(StandardCharsets.UTF_8));
        byte[] torn = Arrays.copyOf(packed, packed.length / 2);

        assertThat(send("POST", "/v1/exchanges", key(Scope.INGEST), torn).statusCode())
                .isEqualTo(400);
    }

    @Test
    void secrets_inTheDataFolder_areForTheOwnerAlone() throws Exception {
        try (Stream<Path> files = Files.list(data)) {
            List<Path> secrets = files.filter(file -> file.toString().endsWith(".key")
                            || file.getFileName().toString().equals("kek"))
                    .toList();

            assertThat(secrets).hasSize(4);
            for (Path secret : secrets) {
                assertThat(Files.getPosixFilePermissions(secret))
                        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            }
        }
    }
}
