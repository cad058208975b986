package org.iolaus.service.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.CampaignTraces;
import org.iolaus.service.decision.DecisionRoutes;
import org.iolaus.service.decision.Scene;
import org.iolaus.service.decision.SignupDesk;
import org.iolaus.service.events.EventFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Look-ups, changes and sign-ups as HTTP. */
class DecisionRoutesTest {
    private final Scene scene = new Scene(Scene.ENFORCED);
    private final EventFeed events = new EventFeed(10);
    private final SignupDesk desk = new SignupDesk(scene.decisions::policy, new CampaignTraces(scene), scene);
    private final TestServer server = TestServer.of(new DecisionRoutes(scene.decisions, desk, events, scene).routes());

    @AfterEach
    void stop() {
        events.close();
        server.close();
    }

    @Test
    void get_oneAccount_saysWhatIsServed() {
        scene.rule("acct-1", Verdict.RESTRICT);

        JsonNode answer = json(client().execute(headers(HttpMethod.GET, "/v1/decisions?account_id=acct-1")));

        assertThat(answer.path("action").asString()).isEqualTo("restrict");
        assertThat(answer.path("permitted").asBoolean()).isFalse();
        assertThat(answer.path("expires_at").asString()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(answer.path("reference").asString())
                .isEqualTo(scene.look("acct-1").reference());
    }

    @Test
    void post_manyAccounts_answersInTheirOrder() {
        scene.rule("acct-carrier", "eu-1", Verdict.VERIFY, "cmp-1");

        JsonNode answer = json(client().execute(headers(HttpMethod.POST, "/v1/decisions"), """
                {"lookups": [
                  {"account_id": "acct-new"},
                  {"account_id": "acct-carrier", "end_user_id": "eu-1"},
                  {"account_id": "acct-carrier", "end_user_id": "eu-2"}]}
                """));

        assertThat(answer.path("decisions")
                        .valueStream()
                        .map(each -> each.path("action").asString()))
                .containsExactly("allow", "require_verification", "allow");
    }

    @Test
    void signups_ordinaryCustomer_areAskedTheBaseline() {
        JsonNode answer = json(client().execute(
                        headers(HttpMethod.POST, "/v1/signups"),
                        "{\"account_id\":\"acct-1\",\"email_domain\":\"example.org\",\"signup_ip\":\"2001:db8::1\"}"));

        assertThat(answer.path("verification").asString()).isEqualTo("email");
        assertThat(answer.path("notices")).isEmpty();
    }

    @Test
    void events_decisionComes_isTold() throws IOException {
        URLConnection connection = URI.create("http://127.0.0.1:" + server.port() + "/v1/decisions/events")
                .toURL()
                .openConnection();
        connection.setRequestProperty("X-Api-Key", TestServer.KEY);
        connection.setRequestProperty("Last-Event-ID", "0");
        scene.rule("acct-1", Verdict.RESTRICT);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
            String line = reader.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = reader.readLine();
            }
            assertThat(line).contains("\"account_id\":\"acct-1\"").contains("\"action\":\"restrict\"");
        }
    }

    private BlockingWebClient client() {
        return WebClient.of("http://127.0.0.1:" + server.port()).blocking();
    }

    private static RequestHeaders headers(HttpMethod method, String path) {
        return RequestHeaders.builder(method, path)
                .contentType(MediaType.JSON)
                .add("x-api-key", TestServer.KEY)
                .build();
    }

    private static JsonNode json(AggregatedHttpResponse response) {
        assertThat(response.status().code()).as(response.contentUtf8()).isEqualTo(200);
        return new JsonMapper().readTree(response.contentUtf8());
    }
}
