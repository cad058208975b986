package org.iolaus.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iolaus.cli.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path parent = Path.of(".");

    @Test
    void publish_newFolder_movesFilesIn() throws IOException {
        Path out = parent.resolve("a/out");

        write(out, false, "new");

        assertThat(names(out)).containsExactly(FindingFiles.ACCOUNTS, FindingFiles.SUMMARY);
        assertThat(names(parent.resolve("a"))).containsExactly("out");
    }

    @Test
    void close_unpublished_leavesNothing() {
        OutputFolder.open(parent.resolve("out"), false).close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void publish_emptyFolder_movesFilesIn() throws IOException {
        Path out = Files.createDirectory(parent.resolve("out"));

        write(out, false, "new");

        assertThat(names(out)).hasSize(2);
    }

    @Test
    void open_formerScan_needsForce() throws IOException {
        Path out = parent.resolve("out");
        write(out, false, "old");
        Files.writeString(out.resolve(FindingFiles.REPORT), "old");

        assertThatThrownBy(() -> OutputFolder.open(out, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds a former scan")
                .hasMessageContaining("--force");

        write(out, true, "new");
        assertThat(names(out)).containsExactly(FindingFiles.ACCOUNTS, FindingFiles.SUMMARY);
        assertThat(out.resolve(FindingFiles.SUMMARY)).hasContent("new");
    }

    @Test
    void open_foreignFile_failsEvenWithForce() throws IOException {
        Path out = Files.createDirectory(parent.resolve("out"));
        Files.writeString(out.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> OutputFolder.open(out, true)).hasMessageContaining("holds thesis.txt");
        assertThat(names(out)).containsExactly("thesis.txt");
    }

    @Test
    void open_file_fails() throws IOException {
        Path file = Files.writeString(parent.resolve("out"), "mine");

        assertThatThrownBy(() -> OutputFolder.open(file, true)).hasMessageContaining("is a file");
    }

    @Test
    void reason_fullDisk_givesAdvice() {
        assertThat(OutputFolder.reason(new IOException("No space left on device")))
                .startsWith("the disk is full");
    }

    private static void write(Path out, boolean force, String text) throws IOException {
        try (OutputFolder folder = OutputFolder.open(out, force)) {
            Files.writeString(folder.staging().resolve(FindingFiles.ACCOUNTS), text);
            Files.writeString(folder.staging().resolve(FindingFiles.SUMMARY), text);
            folder.publish();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
