package org.iolaus.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.exchange.Review.Outcome;
import org.iolaus.ingest.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewReaderTest {
    private static final long NINE = 1_771_923_600_000_000L;

    @TempDir
    Path folder;

    private final List<Review> reviews = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private void read(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("reviews.jsonl"), String.join("\n", lines));
        ReviewReader.read(List.of(file), reviews::add, rejections::add);
    }

    @Test
    void read_decisions_areHandedOn() throws IOException {
        read(
                "{\"account_id\":\"a\",\"outcome\":\"overturned\",\"time\":\"2026-02-24T09:00:00Z\",\"until\":\"2026-02-24T10:00:00Z\"}",
                "{\"account_id\":\"a\",\"end_user_id\":\"u\",\"outcome\":\"confirmed\",\"time\":\"2026-02-24T09:00:00Z\",\"by\":\"x\"}");

        assertThat(rejections).isEmpty();
        assertThat(reviews)
                .containsExactly(
                        new Review("a", null, Outcome.OVERTURNED, NINE, NINE + 3_600_000_000L),
                        new Review("a", "u", Outcome.CONFIRMED, NINE, Long.MAX_VALUE));
    }

    @Test
    void read_whatBreaksTheFormat_isSetAsideWithTheReason() throws IOException {
        read(
                "{\"outcome\":\"confirmed\",\"time\":\"2026-02-24T09:00:00Z\"}",
                "{\"account_id\":\"a\",\"time\":\"2026-02-24T09:00:00Z\"}",
                "{\"account_id\":\"a\",\"outcome\":\"confirmed\"}",
                "{\"account_id\":\"a\",\"outcome\":\"maybe\",\"time\":\"2026-02-24T09:00:00Z\"}",
                "{\"account_id\":\"a\",\"outcome\":\"overturned\",\"time\":\"2026-02-24T09:00:00Z\",\"until\":\"2026-02-24T09:00:00Z\"}");

        assertThat(reviews).isEmpty();
        assertThat(rejections)
                .extracting(Rejection::reason)
                .containsExactly(
                        "account_id is missing and must be given",
                        "outcome is missing and must be given",
                        "time is missing and must be given",
                        "outcome maybe must be confirmed or overturned",
                        "until must be after time");
    }
}
