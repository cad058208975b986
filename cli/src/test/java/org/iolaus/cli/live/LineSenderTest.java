package org.iolaus.cli.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iolaus.cli.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every line arrives once and whole, however many bodies are on their way. */
class LineSenderTest {
    private static final int LINES = 40_000;

    private final ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private ServiceClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        client = new ServiceClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), "key");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyLineArrivesOnceAndInOrderIfOneBodyGoesAfterTheOther() throws Exception {
        server.createContext("/lines", this::take);
        LineSender.Sent sent = new LineSender(client, "/lines").send(lines());
        assertThat(sent).isEqualTo(new LineSender.Sent(LINES, 0));
        assertThat(List.copyOf(arrived)).isEqualTo(expected());
    }

    @Test
    void severalBodiesAreOnTheirWayAtOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        server.createContext("/lines", exchange -> {
            together.countDown();
            await(together);
            take(exchange);
        });
        LineSender.Sent sent = new LineSender(client, "/lines", 3, 0).send(lines());
        assertThat(sent.accepted()).isEqualTo(LINES);
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void aBusyServiceIsAskedAgain() throws Exception {
        refusals.set(2);
        server.createContext("/lines", this::take);
        LineSender.Sent sent = new LineSender(client, "/lines", 2, 0).send(lines());
        assertThat(sent.accepted()).isEqualTo(LINES);
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void aRefusalEndsTheSending() {
        server.createContext("/lines", exchange -> answer(exchange, 403, "{\"detail\":\"not you\"}"));
        assertThatThrownBy(() -> new LineSender(client, "/lines", 2, 0).send(lines()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not you");
    }

    private static ByteArrayInputStream lines() {
        return new ByteArrayInputStream((String.join("\n", expected()) + "\n").getBytes(UTF_8));
    }

    private static List<String> expected() {
        String filling = "x".repeat(100);
        return IntStream.range(0, LINES).mapToObj(i -> i + filling).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] packed = exchange.getRequestBody().readAllBytes();
        if (refusals.getAndDecrement() > 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 503, "{}");
            return;
        }
        String body = new String(Zstd.decompress(packed, (int) Zstd.getFrameContentSize(packed)), UTF_8);
        assertThat(body).endsWith("\n");
        List<String> taken = body.lines().collect(Collectors.toList());
        arrived.addAll(taken);
        answer(exchange, 200, "{\"accepted\":" + taken.size() + ",\"rejected\":0}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
