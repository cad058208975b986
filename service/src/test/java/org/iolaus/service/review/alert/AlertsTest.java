package org.iolaus.service.review.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.Pivot;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {
    private static final String SECRET = "a secret that both sides know";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer receiver;
    private ReviewWorld world;
    private AlertConfig config;
    private Outbox outbox;
    private Delivery delivery;
    private AlertWatch watch;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst(Delivery.SIGNATURE)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
        world = new ReviewWorld(TestDatabase.H2, folder);
        config = new AlertConfig(
                List.of(
                        target("pager", AlertConfig.Shape.GENERIC, new SigningKey(SECRET)),
                        target("chat", AlertConfig.Shape.SLACK, null)),
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10));
        start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        world.close();
    }

    @Test
    void opened_newCampaign_isToldToEachReceiverOnceAndSigned() throws Exception {
        CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
        watch.opened(List.of(campaign));
        watch.opened(List.of(campaign));
        watch.write();
        delivery.deliver();
        delivery.deliver();

        assertThat(bodies).hasSize(2).noneMatch(body -> body.contains("acct-1"));
        String generic = bodies.stream()
                .filter(body -> body.contains("\"kind\""))
                .findFirst()
                .orElseThrow();
        String slack = bodies.stream()
                .filter(body -> !body.contains("\"kind\""))
                .findFirst()
                .orElseThrow();
        assertThat(generic).contains("\"campaign\"", campaign.id());
        assertThat(slack).startsWith("{\"text\":\"New campaign ").doesNotContain("details");
        long seconds = world.clock.instant().getEpochSecond();
        assertThat(signatures.get(bodies.indexOf(generic)))
                .isEqualTo("t=" + seconds + ",v1=" + new SigningKey(SECRET).signature(seconds, generic));
        assertThat(outbox.list(Alert.State.SENT, 0, 10)).hasSize(2);
    }

    @Test
    void deliver_receiverFails_waitsLongerEachTimeThenGivesUp() throws Exception {
        status = 500;
        watch.health(Optional.of("the disk is full"));
        watch.write();

        delivery.deliver();
        delivery.deliver();
        assertThat(bodies).hasSize(2);
        world.clock.advance(Duration.ofSeconds(10));
        delivery.deliver();
        assertThat(bodies).hasSize(4);
        world.clock.advance(Duration.ofSeconds(14));
        delivery.deliver();
        assertThat(bodies).hasSize(4);
        world.clock.advance(Duration.ofSeconds(1));
        delivery.deliver();
        assertThat(bodies).hasSize(6);
        assertThat(outbox.list(Alert.State.DEAD, 0, 10))
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.error()).isEqualTo("it answered 500"));
        world.clock.advance(Duration.ofDays(1));
        delivery.deliver();
        assertThat(bodies).hasSize(6);
    }

    @Test
    void deliver_afterARestart_goesOnWhereItWas() throws Exception {
        status = 503;
        watch.health(Optional.of("the disk is full"));
        watch.write();
        delivery.deliver();
        world.restart();
        start();
        status = 200;
        world.clock.advance(Duration.ofSeconds(10));
        delivery.deliver();

        assertThat(outbox.list(Alert.State.SENT, 0, 10)).hasSize(2).allMatch(alert -> alert.attempts() == 2);
    }

    @Test
    void health_stopsAndResumes_isToldAtOnceAndNoStormIsRaised() {
        watch.health(Optional.empty());
        watch.health(Optional.of("the disk is full"));
        watch.health(Optional.of("the disk is full"));
        assertThat(kinds()).containsExactly("intake-stopped");

        world.clock.advance(Duration.ofMinutes(2));
        watch.health(Optional.empty());
        watch.health(Optional.of("the disk is full"));
        assertThat(kinds()).as("a minute's silence").containsExactly("intake-stopped", "intake-resumed");
        world.clock.advance(Duration.ofMinutes(1));
        watch.health(Optional.of("the disk is full"));
        assertThat(kinds()).as("what holds by then").hasSize(3);
        world.clock.advance(Duration.ofMinutes(59));
        watch.health(Optional.of("the disk is full"));
        assertThat(kinds()).hasSize(3);
        world.clock.advance(Duration.ofMinutes(1));
        watch.health(Optional.of("the disk is full"));
        assertThat(kinds()).as("again after an hour").hasSize(4);
    }

    /** Kinds of all that the first receiver is to be told, oldest first. */
    private List<String> kinds() {
        watch.write();
        return outbox.list(Alert.State.WAITING, 0, 100).stream()
                .filter(alert -> alert.target()
                        .equals(outbox.list(Alert.State.WAITING, 0, 1)
                                .getFirst()
                                .target()))
                .sorted(Comparator.comparing(Alert::raised))
                .map(alert -> alert.occasion().replaceAll("intake/(\\w+)/.*", "intake-$1"))
                .toList();
    }

    @Test
    void deliver_redirect_isAFailure() throws Exception {
        status = 302;
        watch.health(Optional.of("the disk is full"));
        watch.write();
        delivery.deliver();

        assertThat(outbox.list(Alert.State.WAITING, 0, 10))
                .hasSize(2)
                .allMatch(alert -> "it answered 302".equals(alert.error()));
    }

    @Test
    void campaigns_growthAndMoves_areToldOnce() throws Exception {
        world.campaign(7, "acct-1", "acct-2");
        List<String> more = new ArrayList<>();
        for (int i = 3; i <= 19; i++) {
            more.add("acct-" + i);
        }
        world.campaign(7, more.toArray(String[]::new));
        watch.campaigns(List.of());
        watch.write();
        assertThat(outbox.list(null, 0, 10)).isEmpty();

        world.campaign(7, "acct-20");
        watch.campaigns(List.of(finding(new Pivot("atlas-4", "atlas-5", 0, 0, 0.48))));
        watch.campaigns(List.of(finding(new Pivot("atlas-4", "atlas-5", 0, 0, 0.51))));
        watch.write();
        delivery.deliver();
        assertThat(bodies)
                .hasSize(4)
                .anyMatch(body -> body.contains("has grown from 2 to 20 accounts"))
                .anyMatch(body -> body.contains("moves from atlas-4 to atlas-5: 48 %"));
    }

    @Test
    void warnings_ofOneDay_areToldOnce() throws Exception {
        watch.warnings(List.of("reference population is contaminated: 3 of 100"));
        watch.warnings(List.of("reference population is contaminated: 4 of 100"));
        watch.warnings(List.of());
        watch.write();

        assertThat(outbox.list(null, 0, 10)).hasSize(2);
    }

    @Test
    void target_plainHttpElsewhere_isRefused() {
        assertThatThrownBy(() -> new AlertConfig.Target(
                        "pager", URI.create("http://example.org/x"), AlertConfig.Shape.GENERIC, null))
                .hasMessageContaining("https");
    }

    private void start() {
        outbox = new Outbox(world.database, config, world.clock, world.random);
        delivery = new Delivery(outbox, config, world.clock);
        watch = new AlertWatch(outbox, world.database, world.reviews.cases(), world.clock);
    }

    private AlertConfig.Target target(String name, AlertConfig.Shape shape, @Nullable SigningKey key) {
        return new AlertConfig.Target(
                name, URI.create("http://localhost:" + receiver.getAddress().getPort() + "/hook"), shape, key);
    }

    private static CampaignFinding finding(Pivot pivot) {
        return new CampaignFinding(
                "cmp-2026-03-0007",
                0,
                0,
                0,
                20,
                100,
                1000,
                0.99,
                "restrict",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(pivot),
                List.of(),
                List.of(),
                List.of(),
                new CampaignFinding.Drawing(List.of(), List.of()),
                "",
                "");
    }
}
