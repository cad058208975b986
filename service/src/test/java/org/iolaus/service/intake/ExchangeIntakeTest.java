package org.iolaus.service.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.ingest.body.PackedBody;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.junit.jupiter.api.Test;

class ExchangeIntakeTest {
    private final ExchangeIntake intake = Intakes.intake();

    @Test
    void read_lines_makesFactsOfOneBatchAndTellsTheRest() throws PackedBody.Refused {
        String body = Intakes.line(1) + "\n{}\n" + Intakes.line(2) + "\n";

        Reception reception = intake.receive("key-1").read(Shape.EXCHANGES, body.getBytes(UTF_8));

        Batch batch = reception.batch("key-1");
        assertThat(batch.receivedMicros()).isEqualTo(Intakes.NOW.toEpochMilli() * 1_000);
        assertThat(batch.facts()).hasSize(2).allMatch(Fact.Exchanged.class::isInstance);
        assertThat(reception.counts().rejected()).isEqualTo(1);
        assertThat(reception.rejections())
                .containsExactly(new Rejection("key-1", 2, "time is missing and must be given"));
        assertThat(intake.counts().accepted()).isEqualTo(2);
    }

    @Test
    void read_timeMoreThanFiveMinutesAhead_isSetAsideInEachShape() throws PackedBody.Refused {
        String ours = Intakes.line("x", "a", Intakes.NOW.plusSeconds(301));
        String liteLlm =
                "{\"id\":\"1\",\"startTime\":" + Intakes.NOW.plusSeconds(301).getEpochSecond()
                        + ",\"model\":\"m\",\"metadata\":{\"user_api_key_hash\":\"k\"}}";

        assertThat(rejections(Shape.EXCHANGES, ours))
                .containsExactly("time 2026-02-23T10:05:01Z must not be more than 5 minutes ahead of now");
        assertThat(rejections(Shape.LITELLM, liteLlm))
                .containsExactly("startTime 2026-02-23T10:05:01Z must not be more than 5 minutes ahead of now");
        assertThat(rejections(Shape.EXCHANGES, Intakes.line("x", "a", Intakes.NOW.plusSeconds(300))))
                .isEmpty();
    }

    private List<String> rejections(Shape shape, String body) throws PackedBody.Refused {
        return intake.receive("s").read(shape, body.getBytes(UTF_8)).rejections().stream()
                .map(Rejection::reason)
                .toList();
    }

    @Test
    void read_recordWithoutContent_hasNoContentHashes() throws PackedBody.Refused {
        String record = "{\"id\":\"1\",\"startTime\":1771840799,\"model\":\"m\",\"prompt_tokens\":7,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"redacted-by-litellm\"}],"
                + "\"metadata\":{\"user_api_key_hash\":\"k\"}}";

        Fingerprint made = fingerprints(intake.receive("s").read(Shape.LITELLM, record.getBytes(UTF_8)))
                .getFirst();

        assertThat(made.system()).isZero();
        assertThat(made.opening()).isZero();
        assertThat(made.item()).isZero();
        assertThat(made.tools()).isZero();
        assertThat(made.shingles()).isEmpty();
        assertThat(made.inputTokens()).isEqualTo(7);
    }

    @Test
    void read_fromManyThreads_makesTheSameFingerprints() throws Exception {
        byte[] body = (Intakes.line(1) + "\n" + Intakes.line(2)).getBytes(UTF_8);
        List<Fingerprint> expected = fingerprints(intake.receive("s").read(Shape.EXCHANGES, body));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Fingerprint>>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                results.add(
                        threads.submit(() -> fingerprints(intake.receive("s").read(Shape.EXCHANGES, body))));
            }
            for (Future<List<Fingerprint>> result : results) {
                assertThat(result.get()).usingRecursiveComparison().isEqualTo(expected);
            }
        }
    }

    private static List<Fingerprint> fingerprints(Reception reception) {
        return reception.batch("s").facts().stream()
                .map(fact -> ((Fact.Exchanged) fact).fingerprint())
                .toList();
    }
}
