package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contracts of LiteLLM's and Portkey's guardrails, as their documentation and source state them. */
class GuardrailsTest {
    private final Scene scene = new Scene(Scene.ENFORCED);
    private final TestServer server = TestServer.of(GatewayRoutes.of(scene.decisions, GatewayConfig.DEFAULT));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void liteLlm_restrictedTeam_isBlockedWithAReason() {
        scene.rule("team-1", Verdict.RESTRICT);

        assertThat(liteLlm("request", "{\"user_api_key_team_id\":\"team-1\",\"user_api_key_user_id\":\"u\"}"))
                .startsWith("{\"action\":\"BLOCKED\",\"blocked_reason\":\"Requests of this account are refused");
    }

    @Test
    void liteLlm_restrictedUserOfATeam_isAnEndUser() {
        scene.rule("team-1", "user-1", Verdict.RESTRICT, "cmp-1");

        assertThat(liteLlm("request", "{\"user_api_key_team_id\":\"team-1\",\"user_api_key_user_id\":\"user-1\"}"))
                .contains("BLOCKED");
        assertThat(liteLlm("request", "{\"user_api_key_team_id\":\"team-1\",\"user_api_key_user_id\":\"user-2\"}"))
                .isEqualTo("{\"action\":\"NONE\"}");
    }

    @Test
    void liteLlm_answersAndUnknownKeys_pass() {
        scene.rule("team-1", Verdict.RESTRICT);

        assertThat(liteLlm("response", "{\"user_api_key_team_id\":\"team-1\"}")).isEqualTo("{\"action\":\"NONE\"}");
        assertThat(liteLlm("request", "{\"user_api_key_hash\":\"abc\"}")).isEqualTo("{\"action\":\"NONE\"}");
        assertThat(liteLlm("request", "{}")).isEqualTo("{\"action\":\"NONE\"}");
    }

    @Test
    void portkey_restrictedUser_failsTheVerdict() {
        scene.rule("acct-1", Verdict.RESTRICT);

        assertThat(portkey("{\"_user\":\"acct-1\"}"))
                .startsWith("{\"verdict\":false,\"data\":{\"action\":\"restrict\"");
        assertThat(portkey("{\"account_id\":\"acct-2\",\"_user\":\"acct-1\"}")).startsWith("{\"verdict\":true");
        assertThat(portkey("{}")).isEqualTo("{\"verdict\":true}");
    }

    private String liteLlm(String inputType, String requestData) {
        return post(
                "/beta/litellm_basic_guardrail_api",
                "{\"texts\":[\"hello\"],\"images\":[],\"request_data\":" + requestData + ",\"input_type\":\""
                        + inputType + "\",\"litellm_call_id\":\"c\"}");
    }

    private String portkey(String metadata) {
        return post(
                "/v1/guardrails/portkey",
                "{\"request\":{\"json\":{},\"text\":\"hello\"},\"provider\":\"openai\",\"metadata\":" + metadata
                        + ",\"eventType\":\"beforeRequestHook\"}");
    }

    private String post(String path, String body) {
        RequestHeaders headers = RequestHeaders.builder(HttpMethod.POST, path)
                .contentType(MediaType.JSON)
                .add("x-api-key", TestServer.KEY)
                .build();
        AggregatedHttpResponse response =
                WebClient.of("http://127.0.0.1:" + server.port()).blocking().execute(headers, body);
        assertThat(response.status().code()).isEqualTo(200);
        return response.contentUtf8();
    }
}
