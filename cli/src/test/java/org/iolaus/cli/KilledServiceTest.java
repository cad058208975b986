package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the whole service with SIGKILL at random moments while it is sent exchanges over HTTP, and sends again whatever
 * was not acknowledged. {@code -Dservice.kills=100} kills more often; {@code benchmarks/crash} says so.
 */
@SuppressWarnings("NullAway.Init") // the service is begun first
class KilledServiceTest {
    private static final int KILLS = Integer.getInteger("service.kills", 2);
    private static final int BODY_BYTES = 1 << 17;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder = Path.of(".");

    private final SplittableRandom random = new SplittableRandom(5);
    private int port;
    private Process service;
    private long killAt;
    private int kills;

    @BeforeAll
    static void simulateAndScan() throws IOException {
        Path secret = Files.writeString(folder.resolve("hash.key"), "secret of this test");
        assertThat(CommandRun.of("simulate", "--seed", "1", "--out", folder).exitCode())
                .isZero();
        CommandRun scan = CommandRun.of(
                "scan",
                folder.resolve("exchanges.jsonl.zst"),
                "--accounts",
                folder.resolve("accounts.jsonl.zst"),
                "--releases",
                folder.resolve("releases.jsonl"),
                "--hash-key",
                secret,
                "--out",
                folder.resolve("scan"));
        assertThat(scan.exitCode()).isZero();
    }

    @Test
    void serve_killedUnderLoad_countsEachExchangeOnceAndFindsWhatAScanFinds() throws Exception {
        List<byte[]> bodies = bodies("exchanges.jsonl.zst", BODY_BYTES);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try {
            while (kills < KILLS) {
                play(bodies);
            }
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    /** Sends everything to a service that begins with nothing, kills it meanwhile, and compares what it found. */
    private void play(List<byte[]> bodies) throws Exception {
        Path data = Files.createTempDirectory(folder, "data");
        begin(data);
        for (byte[] body : bodies("accounts.jsonl.zst", 1 << 22)) {
            deliver(data, "/v1/accounts", body);
        }
        deliver(data, "/v1/releases", Files.readAllBytes(folder.resolve("releases.jsonl")));
        for (byte[] body : bodies) {
            deliver(data, "/v1/exchanges", body);
        }
        killAt = Long.MAX_VALUE;
        deliver(data, "/v1/drain", new byte[0]);

        for (String findings : List.of("campaigns", "accounts")) {
            boolean equal = get(data, "/v1/" + findings)
                    .equals(Files.readString(folder.resolve("scan/" + findings + ".jsonl")));
            assertThat(equal).as(findings + " are those of a scan").isTrue();
        }
        assertThat(MAPPER.readTree(get(data, "/v1/status")).path("exchanges").asInt())
                .isEqualTo(MAPPER.readTree(folder.resolve("scan/summary.json").toFile())
                        .path("exchanges")
                        .asInt());
        service.destroyForcibly().waitFor();
    }

    /** Starts the service on a folder and draws the moment at which it will be killed. */
    private void begin(Path data) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Iolaus.class.getName(),
                        "serve")
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("output").toFile()));
        builder.environment().put("IOLAUS_SERVER_PORT", Integer.toString(port));
        builder.environment().put("IOLAUS_SNAPSHOT_EVERY", "1s");
        builder.environment()
                .put(
                        "IOLAUS_DETECTION_HASH_KEY_FILE",
                        folder.resolve("hash.key").toString());
        service = builder.start();
        while (!ready()) {
            assertThat(service.isAlive())
                    .as(Files.readString(data.resolve("output")))
                    .isTrue();
            Thread.sleep(50);
        }
        killAt = kills < KILLS
                ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500))
                : Long.MAX_VALUE;
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/health/ready")).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a body until it is acknowledged; the service is killed while it works on one. */
    private void deliver(Path data, String path, byte[] body) throws Exception {
        while (true) {
            Thread killer = Thread.ofVirtual().start(this::kill);
            try {
                HttpResponse<String> response = CLIENT.send(
                        request(data, path)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return;
                }
                assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
                Thread.sleep(100);
            } catch (IOException e) {
                assertThat(service.waitFor(20, TimeUnit.SECONDS))
                        .as(e.toString())
                        .isTrue();
            } finally {
                killer.interrupt();
                killer.join();
            }
            if (!service.isAlive()) {
                begin(data);
            }
        }
    }

    /** Kills the service when its moment has come, unless the request under way is answered before. */
    private void kill() {
        try {
            TimeUnit.NANOSECONDS.sleep(killAt - System.nanoTime());
            killAt = Long.MAX_VALUE;
            service.destroyForcibly();
            kills++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String get(Path data, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(data, path).build(), BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(Path data, String path) throws IOException {
        return HttpRequest.newBuilder(uri(path))
                .header(
                        "X-Api-Key",
                        Files.readString(data.resolve("iolaus-data/local.key")).strip());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A file's lines in bodies of about so many bytes. */
    private static List<byte[]> bodies(String name, int bytes) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        try (InputStream in = new ZstdInputStream(Files.newInputStream(folder.resolve(name)))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                body.writeBytes((line + "\n").getBytes(UTF_8));
                if (body.size() >= bytes) {
                    bodies.add(body.toByteArray());
                    body.reset();
                }
            }
            bodies.add(body.toByteArray());
        }
        return bodies;
    }
}
