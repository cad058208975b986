package org.iolaus.ingest.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionWriterTest {
    @TempDir
    Path folder;

    @Test
    void reject_lines_writesJsonLines() throws IOException {
        Path file = folder.resolve("rejected.jsonl");
        try (RejectionWriter writer = new RejectionWriter(file)) {
            writer.reject(new Rejection("a \"b\"\\c.jsonl", 7, "id \u4f60\n must be a string"));
        }

        assertThat(Files.readString(file))
                .isEqualTo("{\"file\":\"a \\\"b\\\"\\\\c.jsonl\",\"line\":7,"
                        + "\"reason\":\"id \u4f60\\u000a must be a string\"}\n");
    }

    @Test
    void reject_many_writesSomeAndCountsAllByRule() throws IOException {
        Path file = folder.resolve("rejected.jsonl");
        try (RejectionWriter writer = new RejectionWriter(file, 3)) {
            for (int i = 0; i < 10; i++) {
                writer.reject(new Rejection("f", i, "time 1970-01-0" + i + " must not be before 2015"));
                writer.reject(new Rejection("f", i, "malformed JSON at byte " + i + ": a string must end"));
            }

            assertThat(writer.count()).isEqualTo(20);
            assertThat(writer.countsByRule())
                    .isEqualTo(Map.of(
                            "time must not be before 2015", 10L, "malformed JSON at a byte: a string must end", 10L));
        }
        assertThat(Files.readAllLines(file)).hasSize(3);
    }
}
