package org.iolaus.service.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.review.action.Action;
import org.iolaus.service.review.alert.AlertConfig;
import org.iolaus.service.review.audit.ChainCheck;
import org.iolaus.service.review.retention.RetentionConfig;
import org.iolaus.service.review.retention.SampleConfig;
import org.iolaus.service.store.TestDatabase;
import org.iolaus.service.store.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks reviewing over HTTP, from a campaign's verdict to an erased account. */
class ReviewDeskTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Action> heard = new ArrayList<>();
    private final List<String> erased = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private ReviewDesk desk;
    private Server server;

    @BeforeEach
    void open() throws Exception {
        world = new ReviewWorld(TestDatabase.H2, folder);
        ApiKeys keys = ApiKeys.open(world.database, world.clock, world.random);
        keys.first();
        desk = new ReviewDesk(
                new ReviewDesk.Config(
                        ReviewConfig.DEFAULT,
                        RetentionConfig.DEFAULT,
                        new SampleConfig(true, 5, 100, 4096, Duration.ofDays(7)),
                        AlertConfig.DEFAULT),
                world.database,
                world.vault,
                keys,
                Installation.of(folder, world.random),
                world.sink,
                new ReviewDesk.Listeners(heard::add, erased::add),
                world.clock,
                world.random);
        server = server(desk.routes());
        server.start().join();
        desk.feed().ruled(List.of(ruling("acct-1"), ruling("acct-2")));
        desk.feed().flush();
    }

    @AfterEach
    void close() {
        server.stop().join();
        desk.close();
        world.close();
    }

    @Test
    void cases_confirmedOverHttp_showWhatWasDone() throws Exception {
        String id = caseId();

        assertThat(send("POST", "/v1/cases/" + id + "/confirm", "{\"reason\": \"Same cards.\"}"))
                .contains("\"state\": \"done\"", "\"reviewer\": \"anna\"");
        assertThat(send("GET", "/v1/cases/" + id, ""))
                .contains("\"state\": \"confirmed\"", "\"account_id\": \"acct-2\"", "\"reason\": \"Same cards.\"");
        assertThat(send("GET", "/v1/cases?state=open", "")).doesNotContain(id);
        assertThat(world.sink.reviews()).hasSize(2);
        assertThat(heard).hasSize(1);
    }

    @Test
    void requests_thatBreakARule_areProblems() throws Exception {
        String id = caseId();

        assertThat(send("POST", "/v1/cases/" + id + "/confirm", "{}")).isEqualTo("400 field reason must be given");
        assertThat(send("POST", "/v1/cases/" + id + "/confirm", "{\"reson\": \"x\"}"))
                .startsWith("400 field reson is unknown");
        assertThat(send("POST", "/v1/cases/" + id + "/confirm", "{\"reason\": \"x\", \"reason\": \"y\"}"))
                .startsWith("400 body must be a JSON object");
        assertThat(send("POST", "/v1/cases/" + id + "/confirm", "[".repeat(1000)))
                .startsWith("400 ");
        assertThat(send("POST", "/v1/cases/none/confirm", "{\"reason\": \"x\"}"))
                .startsWith("404 ");
        assertThat(send("GET", "/v1/cases?limit=1001", "")).startsWith("400 limit 1001");
        assertThat(send("PUT", "/v1/accounts/acct-1/hold", "{\"reason\": \"x\"}"))
                .startsWith("400 field until");
        assertThat(send("PUT", "/v1/accounts/acct-1/hold", "{\"reason\": \"x\", \"until\": \"2020-01-01T00:00:00Z\"}"))
                .startsWith("400 until");
        assertThat(send("POST", "/v1/keys", "{\"name\": \"x\", \"scopes\": [\"root\"]}"))
                .startsWith("400 scope root");
    }

    @Test
    void keys_madeAndRevokedOverHttp_areAuditedWithoutTheirSecret() throws Exception {
        String made = send("POST", "/v1/keys", "{\"name\": \"gateway\", \"scopes\": [\"decide\"]}");
        String key = made.replaceAll("(?s).*\"key\": \"(iol_[^\"]+)\".*", "$1");

        assertThat(send("GET", "/v1/keys", "")).contains("\"gateway\"").doesNotContain(key.substring(15));
        assertThat(send("DELETE", "/v1/keys/" + key.substring(4, 14), "")).contains("\"revoked\"");
        assertThat(send("GET", "/v1/audit", ""))
                .contains("key.create", "key.revoke")
                .doesNotContain(key.substring(15));
    }

    @Test
    void case_shownWithSamples_entersWhoReadThemOfWhomAndNoText() throws Exception {
        String id = caseId();
        send("GET", "/v1/cases/" + id, "");
        assertThat(sampleReads()).isEmpty();
        desk.samples().offer("acct-1", "A canary asked.");
        desk.samples().offer("acct-1", "A canary asked again.");

        send("GET", "/v1/cases", "");
        assertThat(sampleReads()).isEmpty();
        assertThat(send("GET", "/v1/cases/" + id, "")).contains("A canary asked.");
        send("GET", "/v1/cases/" + id, "");

        String key = world.in(
                handle -> world.vault.existing(handle, "acct-1").orElseThrow().ref());
        assertThat(sampleReads())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry)
                        .contains("anna", id, key, world.clock.instant().toString())
                        .containsPattern("samples\\W+2\\b")
                        .doesNotContain("canary", "acct-1"));
        ChainCheck check = new ChainCheck(List.of());
        world.reviews.audit().forEach(check::link);
        assertThat(check.fault()).isEmpty();
    }

    private List<String> sampleReads() throws Exception {
        return send("GET", "/v1/audit", "")
                .lines()
                .filter(line -> line.contains("samples.read"))
                .toList();
    }

    @Test
    void appeal_grantedThenErased_leavesAChainThatChecks() throws Exception {
        desk.reviews().references().record(world.reference("ref-1", "acct-1"));
        desk.reviews().catchUp();
        String appeal = send("POST", "/v1/appeals", "{\"reference\": \"ref-1\", \"statement\": \"We are a class.\"}");
        String id = appeal.replaceAll("(?s).*\"appeal_id\": \"([^\"]+)\".*", "$1");
        assertThat(appeal).doesNotContain("acct-1");
        assertThat(send("GET", "/v1/appeals?state=open", "")).contains("acct-1", "We are a class.");
        assertThat(send("POST", "/v1/appeals/" + id + "/decide", "{\"grant\": true, \"reason\": \"They are.\"}"))
                .contains("granted");
        assertThat(send(
                        "PUT",
                        "/v1/accounts/acct-1/hold",
                        "{\"reason\": \"Court.\", \"until\": \"2026-04-01T00:00:00Z\"}"))
                .contains("2026-04-01");
        assertThat(send("DELETE", "/v1/accounts/acct-1", "{\"reason\": \"Asked for.\"}"))
                .startsWith("409 account acct-1 must not be erased before 2026-04-01T00:00:00Z");
        assertThat(send("DELETE", "/v1/accounts/acct-1/hold", "{\"reason\": \"Withdrawn.\"}"))
                .isEmpty();
        assertThat(send("DELETE", "/v1/accounts/acct-1", "{\"reason\": \"Asked for.\"}"))
                .contains("\"erased\": true");
        assertThat(erased).containsExactly("acct-1");

        assertThat(send("GET", "/v1/cases/" + caseId(), "")).doesNotContain("acct-1");
        String chain = send("GET", "/v1/audit", "");
        ChainCheck check = new ChainCheck(List.of());
        chain.lines().forEach(check::line);
        assertThat(check.fault()).isEmpty();
        assertThat(check.head().sequence()).isGreaterThan(5);
        assertThat(send("GET", "/v1/audit/heads", "")).contains(check.head().line());
    }

    @Test
    void case_samplesTurnedOn_showsThemUntilTheyExpireOrTheAccountIsErased() throws Exception {
        desk.sampleQueue().add("acct-1", "user: Ten more questions");
        desk.sampleQueue().add("acct-2", "user: Twenty more questions");
        desk.sampleQueue().add("acct-9", "user: Whose case is none");
        desk.sampleQueue().write(desk.samples());

        assertThat(send("GET", "/v1/cases/" + caseId(), ""))
                .contains("\"prompt\": \"user: Ten more questions\"", "user: Twenty more questions")
                .doesNotContain("Whose case is none");
        send("DELETE", "/v1/accounts/acct-1", "{\"reason\": \"Asked for.\"}");
        assertThat(send("GET", "/v1/cases/" + caseId(), ""))
                .contains("Twenty more questions")
                .doesNotContain("Ten more questions");
        world.clock.advance(Duration.ofDays(7));
        assertThat(send("GET", "/v1/cases/" + caseId(), "")).doesNotContain("questions");
    }

    @Test
    void routes_whileTheDatabaseIsAway_answer503() throws Exception {
        world.database.close();

        assertThat(send("GET", "/v1/cases", "")).startsWith("503 the database must be reachable");
        assertThat(send("GET", "/v1/keys", "")).startsWith("503 the database must be reachable");
    }

    private String caseId() throws Exception {
        return send("GET", "/v1/cases", "").replaceAll("(?s).*\"case_id\": \"([^\"]+)\".*", "$1");
    }

    /** The body of an answer, or status and detail of a problem. */
    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.activeLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                .body()
                .replace("\" : ", "\": ");
    }

    private static Server server(List<Route> routes) {
        ServerBuilder builder = Server.builder().http(0).errorHandler((context, cause) -> {
            Problem problem = (Problem) Exceptions.peel(cause);
            return com.linecorp.armeria.common.HttpResponse.of(
                    problem.status(),
                    MediaType.PLAIN_TEXT_UTF_8,
                    problem.status().code() + " " + problem.detail());
        });
        Caller anna = new Caller("anna", "Anna", Set.of(Scope.values()));
        for (Route route : routes) {
            builder.route()
                    .methods(route.method())
                    .path(route.path())
                    .build(route.service().decorate((delegate, context, request) -> {
                        context.setAttr(Access.CALLER, anna);
                        return delegate.serve(context, request);
                    }));
        }
        return builder.build();
    }

    private Ruling ruling(String account) {
        return new Ruling(
                account, null, Verdict.RESTRICT, 7, "cmp-2026-03-0007", Times.micros(world.clock.instant()), 14, false);
    }
}
