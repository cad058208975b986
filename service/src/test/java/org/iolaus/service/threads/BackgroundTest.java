package org.iolaus.service.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
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
