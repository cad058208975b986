package org.iolaus.service.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TurnsTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void background_yieldsToTheThreadThatStartedIt() {
        int own = nice();
        CompletableFuture<Integer> thread = new CompletableFuture<>();
        CompletableFuture<Integer> pooled = new CompletableFuture<>();

        Background.thread("test", () -> thread.complete(nice())).start();
        Background.threads("test-").newThread(() -> pooled.complete(nice())).start();

        assertThat(List.of(thread.join(), pooled.join())).allMatch(nice -> nice == 10);
        assertThat(nice()).isEqualTo(own).isLessThan(10);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void prompt_asksForShortTurnsWhereTheSystemHasThem() {
        assumeThat(Path.of("/proc/thread-self/sched")).exists();
        CompletableFuture<String> usual = new CompletableFuture<>();
        CompletableFuture<String> prompt = new CompletableFuture<>();

        Thread.ofPlatform().start(() -> usual.complete(turn()));
        Thread.ofPlatform().start(Prompt.first(() -> prompt.complete(turn())));

        assumeThat(usual.join()).as("turns, in ns").isNotEmpty().isNotEqualTo("100000");
        assertThat(prompt.join()).isEqualTo("100000");
        assertThat(nice()).as("niceness").isLessThan(10);
    }

    /** How long a turn the caller's thread has, in ns; empty if the system does not say. */
    private static String turn() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/thread-self/sched"))) {
            return lines.filter(line -> line.startsWith("se.slice"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the caller's thread: the nineteenth field of its line, the second of which may hold blanks. */
    private static int nice() {
        try {
            String line = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
