package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portkey's own gateway, run with the example of the documentation against a model API on loopback. */
@Tag("counterpart")
class PortkeyTest {
    private static final String QUESTION =
            "{\"model\":\"atlas-4-large\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

    @TempDir
    private Path folder;

    @Test
    void gateway_twoCustomers_blocksTheRestrictedOne() throws IOException {
        Path node = Counterpart.program("node");
        String named = System.getenv("IOLAUS_PORTKEY");
        assumeTrue(named != null, "IOLAUS_PORTKEY does not name Portkey's start-server.js; .ci/run installs it");
        Path script = Path.of(named);
        int port = Counterpart.freePort();
        try (TwoCustomers customers = new TwoCustomers()) {
            String config = Files.readString(Counterpart.configure(
                            "portkey.json",
                            folder,
                            Map.of(
                                    "IOLAUS",
                                    "127.0.0.1:" + customers.iolaus.port(),
                                    "UPSTREAM",
                                    "127.0.0.1:" + customers.model.port(),
                                    "MODEL_KEY",
                                    "none",
                                    "API_KEY",
                                    TestServer.KEY)))
                    .replaceAll("\\s+", " ");
            List<Object> command = List.of(node, script, "--port=" + port, "--headless");
            try (Counterpart gateway = Counterpart.start(folder, command).awaitPort(port)) {
                BlockingWebClient client =
                        WebClient.of("http://127.0.0.1:" + port).blocking();
                Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    AggregatedHttpResponse passed = ask(client, config, "acct-good");
                    assertThat(passed.status().code())
                            .as(() -> gateway.said() + passed.contentUtf8())
                            .isEqualTo(200);
                    AggregatedHttpResponse refused = ask(client, config, "acct-bad");
                    assertThat(refused.status().code())
                            .as(() -> gateway.said() + refused.contentUtf8())
                            .isEqualTo(446);
                });
            }
        }
    }

    private static AggregatedHttpResponse ask(BlockingWebClient client, String config, String accountId) {
        RequestHeaders headers = RequestHeaders.builder(HttpMethod.POST, "/v1/chat/completions")
                .contentType(MediaType.JSON)
                .add("authorization", "Bearer none")
                .add("x-portkey-config", config)
                .add("x-portkey-metadata", "{\"account_id\":\"" + accountId + "\"}")
                .build();
        return client.execute(headers, QUESTION);
    }
}
