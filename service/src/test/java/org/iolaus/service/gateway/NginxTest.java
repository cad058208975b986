package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("counterpart")
class NginxTest {
    @TempDir
    private Path folder;

    @Test
    void request_byVerdict_passesOrIsRefused() throws IOException {
        Path nginx = Counterpart.program("nginx");
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-bad", Verdict.RESTRICT);
        int port = Counterpart.freePort();
        try (TestServer iolaus = TestServer.of(GatewayRoutes.of(scene.decisions, GatewayConfig.DEFAULT));
                TestServer model = TestServer.model()) {
            Path config = Counterpart.configure(
                    "nginx.conf",
                    folder,
                    Map.of(
                            "IOLAUS",
                            "127.0.0.1:" + iolaus.port(),
                            "UPSTREAM",
                            "127.0.0.1:" + model.port(),
                            "LISTEN",
                            port,
                            "API_KEY",
                            TestServer.KEY));
            try (Counterpart gateway = Counterpart.start(
                            folder,
                            List.of(
                                    nginx,
                                    "-p",
                                    folder,
                                    "-c",
                                    config,
                                    "-e",
                                    "stderr",
                                    "-g",
                                    "daemon off; pid " + folder + "/pid; error_log stderr;"))
                    .awaitPort(port)) {
                BlockingWebClient client =
                        WebClient.of("http://127.0.0.1:" + port).blocking();
                // A machine under load may take longer at first than the time-out in the example.
                Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    AggregatedHttpResponse passed = client.execute(get("acct-good"));
                    assertThat(passed.status().code()).as(gateway::said).isEqualTo(200);
                    assertThat(passed.contentUtf8()).isEqualTo("served as allow marked with nothing");

                    AggregatedHttpResponse refused = client.execute(get("acct-bad"));
                    assertThat(refused.status().code()).as(gateway::said).isEqualTo(403);
                    assertThat(refused.headers().get("x-iolaus-action")).isEqualTo("restrict");
                    assertThat(refused.contentUtf8())
                            .contains("\"code\":\"coordinated_use\"")
                            .contains(scene.look("acct-bad").reference());
                });
            }
        }
    }

    private static RequestHeaders get(String accountId) {
        return RequestHeaders.of(HttpMethod.GET, "/v1/chat", "x-account-id", accountId);
    }
}
