package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real program that calls us, run with the example configuration that the documentation gives. */
final class Counterpart implements AutoCloseable {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    private final Process process;
    private final Path log;

    private Counterpart(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A program's file; the test is skipped if it is not installed. */
    static Path program(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")).map(Path::of),
                        Stream.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin")))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), name + " is not installed; .ci/run installs it");
        return found.orElseThrow();
    }

    /** Copies an example into a folder, with what stands in capital letters replaced. */
    static Path configure(String example, Path folder, Map<String, Object> replacements) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(EXAMPLES.resolve(example))) {
            String replaced = line;
            for (Map.Entry<String, Object> each : replacements.entrySet()) {
                replaced = line.strip().startsWith("#")
                        ? replaced
                        : replaced.replaceAll(
                                "\\b" + each.getKey() + "\\b", each.getValue().toString());
            }
            text.append(replaced).append('\n');
        }
        return Files.writeString(folder.resolve(example), text);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Counterpart start(Path folder, List<Object> command) throws IOException {
        Path log = folder.resolve("counterpart.log");
        Process process = new ProcessBuilder(
                        command.stream().map(Object::toString).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Counterpart(process, log);
    }

    /** Waits until it listens on a port. */
    Counterpart awaitPort(int port) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(ConnectException.class)
                .untilAsserted(() -> {
                    assertThat(process.isAlive())
                            .as(() -> "the process lives; it said " + said())
                            .isTrue();
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                });
        return this;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
