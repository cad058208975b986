package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.service.server.LiveService;
import org.iolaus.service.server.LiveServiceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy explain} asks a running service. */
@Timeout(120)
class PolicyExplainServiceTest {
    private static final String POLICY = """
            version: 1
            mode: enforce
            appeal: "Quote {reference}."
            rules:
              - {name: unproved, verification: none, action: require_verification, mode: enforce}
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static LiveService service;
    private static String url = "";
    private static Path key = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Map<String, String> settings = Map.of(
                "IOLAUS_DATA", folder.resolve("data").toString(),
                "IOLAUS_SERVER_PORT", "0",
                "IOLAUS_DECISION_POLICY", policy.toString());
        service = LiveService.start(
                LiveServiceConfig.read(null, settings), Map.of(), InstantSource.system(), new SecureRandom(), "test");
        service.ready().get();
        String text = service.firstKey().orElseThrow().text().reveal();
        key = Files.writeString(folder.resolve("key"), text + "\n");
        url = "http://127.0.0.1:" + service.port();
        JsonNode answer = new ServiceClient(URI.create(url), text)
                .post("/v1/accounts", """
                        {"account_id":"acct é/1","created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z","verification":"none"}
                        """.getBytes(UTF_8), "application/x-ndjson", "");
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        while (service.status().accounts() == 0) {
            Thread.sleep(20);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static CommandRun explain(String account, Object... more) {
        Object[] given = {"policy", "explain", account, "--service", url, "--key-file", key};
        Object[] all = Arrays.copyOf(given, given.length + more.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        return CommandRun.of(all);
    }

    @Test
    void explain_accountThatTheServiceKnows_saysWhatItServesAndWhy() {
        CommandRun run = explain("acct é/1");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("Account acct é/1: verdict allow\nServed: require_verification by unproved")
                .contains("applies   unproved (enforce): all conditions hold");
    }

    @Test
    void explain_json_isTheServicesAnswer() {
        JsonNode answer = new JsonMapper()
                .readTree(explain("acct é/1", "--format", "json").out());

        assertThat(answer.path("account_id").asString()).isEqualTo("acct é/1");
        assertThat(answer.path("action").asString()).isEqualTo("require_verification");
    }

    @Test
    void explain_withAKeyThatIsRefused_saysSo() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "iol_wrong_wrong\n");

        CommandRun run = CommandRun.of("policy", "explain", "acct-1", "--service", url, "--key-file", wrong);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("401", "the API key is unknown");
    }

    @Test
    void explain_serviceThatIsNotThere_saysSo() {
        CommandRun run =
                CommandRun.of("policy", "explain", "acct-1", "--service", "http://127.0.0.1:1", "--key-file", key);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("cannot be reached");
    }
}
