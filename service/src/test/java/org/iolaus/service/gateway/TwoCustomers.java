package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.Scene;

/** A customer whom nothing speaks against, a restricted one, and a model API behind a gateway that asks us. */
final class TwoCustomers implements AutoCloseable {
    private static final String GOOD = "acct-good";
    private static final String BAD = "acct-bad";

    final Scene scene = new Scene(Scene.ENFORCED);
    final TestServer iolaus = TestServer.of(GatewayRoutes.of(scene.decisions, GatewayConfig.DEFAULT));
    final TestServer model = TestServer.model();

    TwoCustomers() {
        scene.rule(BAD, Verdict.RESTRICT);
    }

    /** What stands for the capital letters in an example. */
    Map<String, Object> replacements(int listen) {
        return Map.of(
                "IOLAUS",
                "127.0.0.1:" + iolaus.port(),
                "UPSTREAM",
                "127.0.0.1:" + model.port(),
                "LISTEN",
                listen,
                "API_KEY",
                TestServer.KEY);
    }

    /** That one is served and the other refused with our reference, within half a minute for a machine under load. */
    void assertToldApart(int port, Counterpart gateway) {
        BlockingWebClient client = WebClient.of("http://127.0.0.1:" + port).blocking();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            AggregatedHttpResponse passed = client.execute(get(GOOD));
            assertThat(passed.status().code()).as(gateway::said).isEqualTo(200);
            assertThat(passed.contentUtf8()).isEqualTo("served as allow marked with nothing");

            AggregatedHttpResponse refused = client.execute(get(BAD));
            assertThat(refused.status().code()).as(gateway::said).isEqualTo(403);
            assertThat(refused.headers().get("x-iolaus-action")).isEqualTo("restrict");
            assertThat(refused.contentUtf8())
                    .contains("\"code\":\"coordinated_use\"")
                    .contains(scene.look(BAD).reference());
        });
    }

    private static RequestHeaders get(String accountId) {
        return RequestHeaders.of(HttpMethod.GET, "/v1/chat", "x-account-id", accountId);
    }

    @Override
    public void close() {
        iolaus.close();
        model.close();
    }
}
