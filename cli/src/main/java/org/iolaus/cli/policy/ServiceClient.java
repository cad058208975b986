package org.iolaus.cli.policy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.iolaus.cli.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running service. */
public final class ServiceClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServiceClient() {}

    /** What the service's policy says of an account. */
    public static JsonNode explain(URI service, String key, String accountId) throws InterruptedException {
        URI uri = URI.create(service.toString().replaceAll("/+$", "") + "/v1/policy/explain?account_id="
                + URLEncoder.encode(accountId, StandardCharsets.UTF_8));
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("X-Api-Key", key)
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = new JsonMapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw Failure.input("service " + service + " answered " + response.statusCode() + ": "
                        + body.path("detail").asString(body.path("title").asString("")));
            }
            return body;
        } catch (IOException e) {
            throw Failure.input("service " + service + " cannot be asked: " + e);
        } catch (JacksonException e) {
            throw Failure.input("service " + service + " did not answer in JSON");
        }
    }
}
