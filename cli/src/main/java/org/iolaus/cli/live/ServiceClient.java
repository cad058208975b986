package org.iolaus.cli.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.iolaus.cli.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service and the key to speak to it with. Thread-safe. */
public final class ServiceClient {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI service;
    private final String key;

    /** @param service where it listens, e.g. {@code http://localhost:8484} */
    public ServiceClient(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    /** Sends a body and gives the answer; waits and tries again as long as the service says it is busy. */
    public JsonNode post(String path, byte[] body, String contentType, String encoding) throws InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", contentType);
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        HttpRequest built = request.POST(BodyPublishers.ofByteArray(body)).build();
        while (true) {
            HttpResponse<String> response = send(built, BodyHandlers.ofString());
            if (response.statusCode() != TOO_MANY && response.statusCode() != UNAVAILABLE) {
                return answer(built, response);
            }
            Thread.sleep(Duration.ofSeconds(retryAfter(response)));
        }
    }

    /** The answer to a question that must be answered. */
    public JsonNode answer(String path) throws InterruptedException {
        HttpRequest built = request(path).GET().build();
        return answer(built, send(built, BodyHandlers.ofString()));
    }

    /**
     * What came back, refusal or not.
     *
     * @param status HTTP status
     * @param body the answer; empty if it is not JSON
     * @param date the service's time to the second, or null if it was not told
     */
    public record Reply(int status, JsonNode body, @Nullable Instant date) {}

    /** Asks, and takes whatever comes back. */
    public Reply get(String path) throws InterruptedException {
        return reply(request(path).GET());
    }

    /** The same with a header. */
    public Reply get(String path, String header, String value) throws InterruptedException {
        return reply(request(path).header(header, value).GET());
    }

    /** Sends lines once, and takes whatever comes back. */
    public Reply post(String path, String lines) throws InterruptedException {
        return reply(
                request(path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
    }

    private Reply reply(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> response =
                send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        @Nullable String date = response.headers().firstValue("Date").orElse(null);
        return new Reply(
                response.statusCode(),
                json(response.body()),
                date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    }

    /** The lines of an answer. */
    public List<String> lines(String path) throws InterruptedException {
        HttpRequest built = request(path).GET().build();
        HttpResponse<String> response = send(built, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw Failure.input(built.uri() + " answered " + response.statusCode());
        }
        return response.body().lines().toList();
    }

    /** A stream of events; the caller closes it. */
    public InputStream events(String path) throws InterruptedException {
        HttpRequest built =
                request(path).header("Accept", "text/event-stream").GET().build();
        HttpResponse<InputStream> response = send(built, BodyHandlers.ofInputStream());
        if (response.statusCode() != OK) {
            throw Failure.input(built.uri() + " answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        try {
            return client.send(request, handler);
        } catch (ConnectException e) {
            throw Failure.input(
                    "service " + service + " cannot be reached; it must be running\nMaybe start it: ./iolaus serve");
        } catch (IOException e) {
            throw Failure.input("service " + service + " broke off: " + e.getMessage());
        }
    }

    private static JsonNode answer(HttpRequest request, HttpResponse<String> response) {
        JsonNode body = json(response.body());
        if (response.statusCode() / 100 != 2) {
            throw Failure.input(request.method() + " " + request.uri() + " was refused (" + response.statusCode()
                    + "): " + body.path("detail").asString(""));
        }
        return body;
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MAPPER.createObjectNode();
        }
    }

    private static long retryAfter(HttpResponse<?> response) {
        String header = response.headers().firstValue("Retry-After").orElse("1");
        return header.matches("\\d{1,4}") ? Math.max(1, Long.parseLong(header)) : 1;
    }
}
