package org.iolaus.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.iolaus.cli.SampleFindings;
import org.iolaus.detection.pipeline.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with golden files, which are the format as docs/formats.md shows it. */
class FindingFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"campaigns.jsonl", "accounts.jsonl", "cleared.jsonl", "watched.jsonl", "summary.json"})
    void write_sample_equalsGoldenFile(String name, @TempDir Path folder) throws IOException {
        FindingFiles.write(SampleFindings.findings(), SampleFindings.run(), folder);

        assertThat(Files.readString(folder.resolve(name))).isEqualTo(golden(name));
    }

    @Test
    void write_findingsInOtherOrder_givesTheSameBytes(@TempDir Path folder) throws IOException {
        Findings sample = SampleFindings.findings();
        Findings reversed = new Findings(
                reversed(sample.campaigns()),
                reversed(sample.accounts()),
                sample.cleared(),
                sample.watched(),
                sample.exchanges(),
                sample.duplicates(),
                sample.conflicts(),
                sample.late(),
                sample.accountsSeen(),
                sample.firstMicros(),
                sample.lastMicros(),
                sample.referenceAccounts(),
                sample.losses(),
                sample.warnings());

        FindingFiles.write(reversed, SampleFindings.run(), folder);

        for (String name : List.of("campaigns.jsonl", "accounts.jsonl", "summary.json")) {
            assertThat(Files.readString(folder.resolve(name))).isEqualTo(golden(name));
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        return new ArrayList<>(list).reversed();
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(FindingFilesTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
