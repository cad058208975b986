package org.iolaus.service.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.iolaus.service.access.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole service on a free port with a key of each scope, for tests. */
final class RunningService implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LiveService service;
    private final String administrator;

    private RunningService(LiveService service, String administrator) {
        this.service = service;
        this.administrator = administrator;
    }

    /**
     * Starts one and waits until it takes facts.
     *
     * @param administrator an administrator's key if the folder has been used before, or nothing
     * @param settings variables as in the environment, besides the folder and the port
     */
    static RunningService start(Path data, String administrator, Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("IOLAUS_DATA", data.toString());
        environment.putIfAbsent("IOLAUS_SERVER_PORT", "0");
        LiveService service = LiveService.start(
                LiveServiceConfig.read(null, environment),
                environment,
                InstantSource.system(),
                new SecureRandom(),
                "test");
        service.ready().get();
        return new RunningService(
                service, service.firstKey().map(made -> made.text().reveal()).orElse(administrator));
    }

    static RunningService start(Path data, Map<String, String> settings) throws Exception {
        return start(data, "", settings);
    }

    LiveService service() {
        return service;
    }

    int port() {
        return service.port();
    }

    /** The administrator's key, which lasts as long as the folder. */
    String administrator() {
        return administrator;
    }

    /** A new key with one scope. */
    String key(Scope scope) throws IOException, InterruptedException {
        String body = "{\"name\":\"a test\",\"scopes\":[\"" + scope.label() + "\"]}";
        return json(send("POST", "/v1/keys", administrator, body)).path("key").asString("");
    }

    HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", key)
                .method(method, BodyPublishers.ofString(body, UTF_8))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Closes all epochs and waits until everything is counted; returns how many exchanges are. */
    long drained() throws IOException, InterruptedException {
        assertThat(send("POST", "/v1/drain", administrator, "").statusCode()).isEqualTo(204);
        send("GET", "/v1/campaigns", key(Scope.REVIEW), "");
        return service.status().exchanges();
    }

    static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        service.close();
    }
}
