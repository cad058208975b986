package org.iolaus.service.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.ClientRequestContextCaptor;
import com.linecorp.armeria.client.Clients;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.SessionProtocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private boolean ready = true;
    private final ApiServer server = ApiServer.start(
            new ServerConfig(
                    "127.0.0.1", 0, null, null, 1024, Duration.ofSeconds(2), Duration.ofSeconds(5), 64, 100_000),
            List.of(
                    new Route(
                            HttpMethod.POST,
                            "/v1/things/{name}",
                            Scope.INGEST,
                            "Make a thing",
                            (context, request) -> HttpResponse.of(request.aggregate()
                                    .thenApply(body -> HttpResponse.of(
                                            Access.caller(context).name() + " made " + context.pathParam("name"))))),
                    new Route(HttpMethod.GET, "/v1/broken", Scope.INGEST, "Fail", (context, request) -> {
                        throw new IllegalStateException("a secret of the inside");
                    }),
                    new Route(HttpMethod.GET, "/v1/refused", Scope.INGEST, "Refuse", (context, request) -> {
                        throw Problem.unavailable("the queue is full", Duration.ofSeconds(7));
                    })),
            List.of(),
            key -> key.equals("good")
                    ? Optional.of(new Caller("k1", "tester", Set.of(Scope.INGEST)))
                    : key.equals("other")
                            ? Optional.of(new Caller("k2", "asker", Set.of(Scope.DECIDE)))
                            : Optional.empty(),
            HttpMeters.registry(),
            () -> ready,
            "test");

    @AfterEach
    void stop() {
        server.close();
    }

    private java.net.http.HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return CLIENT.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
    }

    /** Java's client asks for an upgrade unless it is told not to; prior knowledge is how gRPC comes. */
    @Test
    void connection_thatAsksForAnUpgrade_staysAndOneThatBeginsWithHttp2DoesSo() throws Exception {
        assertThat(CLIENT.version()).isEqualTo(HttpClient.Version.HTTP_2);
        for (int i = 0; i < 20; i++) {
            try (HttpClient fresh = HttpClient.newHttpClient()) {
                var response = fresh.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/openapi.json"))
                                .header("X-Api-Key", "good")
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
                assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(response.body()).endsWith("}\n");
            }
        }

        try (ClientRequestContextCaptor captor = Clients.newContextCaptor()) {
            WebClient client = WebClient.of("h2c://127.0.0.1:" + server.port());
            assertThat(client.get("/health/live").aggregate().join().status()).isEqualTo(HttpStatus.NO_CONTENT);
            assertThat(captor.get().log().whenComplete().join().sessionProtocol())
                    .isEqualTo(SessionProtocol.H2C);
        }
    }

    @Test
    void request_inBytesThatComeOneByOne_isServed() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setTcpNoDelay(true);
            String request = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            for (byte each : request.getBytes(US_ASCII)) {
                socket.getOutputStream().write(each);
                socket.getOutputStream().flush();
                Thread.sleep(1);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 204");
        }
    }

    @Test
    void request_withItsScope_isServed() throws Exception {
        var response = send("POST", "/v1/things/spade", "good", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("tester made spade");
    }

    @Test
    void request_withoutKey_isRefusedAsAProblem() throws Exception {
        var response = send("POST", "/v1/things/spade", "", "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("urn:iolaus:problem:unauthorized");
    }

    @Test
    void request_withAnotherScope_isRefusedAndTheScopeNamed() throws Exception {
        var response = send("POST", "/v1/things/spade", "other", "");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("ingest");
    }

    @Test
    void failure_notForeseen_tellsNothingOfTheInside() throws Exception {
        var response = send("GET", "/v1/broken", "good", "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret").contains("internal-error");
    }

    @Test
    void refusal_withAWait_saysHowLong() throws Exception {
        var response = send("GET", "/v1/refused", "good", "");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("7");
    }

    @Test
    void body_tooLarge_isRefused() throws Exception {
        assertThat(send("POST", "/v1/things/spade", "good", "x".repeat(5000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void path_unknown_isAProblemToo() throws Exception {
        var response = send("GET", "/v1/nothing", "good", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("openapi.json");
    }

    @Test
    void routes_allOfThem_stateTheirScopeInTheDocument() throws Exception {
        var response = send("GET", "/v1/openapi.json", "other", "");

        assertThat(response.statusCode()).isEqualTo(200);
        for (Route route : server.routes()) {
            assertThat(response.body())
                    .contains(route.path(), route.summary(), route.scope().label());
        }
    }

    @Test
    void metrics_withoutKey_areRefused() throws Exception {
        assertThat(send("GET", "/metrics", "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/metrics", "other", "").statusCode()).isEqualTo(200);
    }

    @Test
    void health_withoutKey_followsTheService() throws Exception {
        assertThat(send("GET", "/health/live", "", "").statusCode()).isEqualTo(204);
        assertThat(send("GET", "/health/ready", "", "").statusCode()).isEqualTo(204);
        ready = false;
        assertThat(send("GET", "/health/ready", "", "").statusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.code());
    }
}
