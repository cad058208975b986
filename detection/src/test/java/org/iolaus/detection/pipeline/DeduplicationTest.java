package org.iolaus.detection.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeduplicationTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long EPOCH = HOUR / 6;
    private static final int MAX = 100;

    private final Deduplication deduplication = new Deduplication(MAX);

    private void closeEach(long fromMicros, long toMicros) {
        for (long end = fromMicros; end <= toMicros; end += EPOCH) {
            deduplication.close(end);
        }
    }

    @Test
    void fresh_repeat_isADuplicate() {
        assertThat(deduplication.fresh(1, 5)).isTrue();
        assertThat(deduplication.fresh(2, 5)).isTrue();
        assertThat(deduplication.fresh(1, 5)).isFalse();
        assertThat(deduplication.duplicates()).isEqualTo(1);
        assertThat(deduplication.conflicts()).isZero();
    }

    @Test
    void fresh_otherContent_isAConflictWithTheFirst() {
        deduplication.fresh(1, 5);
        assertThat(deduplication.fresh(1, 6)).isFalse();
        assertThat(deduplication.fresh(1, 6)).isFalse();
        assertThat(deduplication.fresh(1, 5)).isFalse();
        assertThat(deduplication.conflicts()).isEqualTo(2);
        assertThat(deduplication.duplicates()).isEqualTo(1);
    }

    @Test
    void fresh_contentZero_isRememberedToo() {
        assertThat(deduplication.fresh(0, 0)).isTrue();
        assertThat(deduplication.fresh(0, 0)).isFalse();
        assertThat(deduplication.duplicates()).isEqualTo(1);
    }

    @Test
    void close_anyStart_remembersForAGeneration() {
        for (long start = EPOCH; start <= 12 * HOUR; start += EPOCH) {
            Deduplication started = new Deduplication(MAX);
            started.fresh(1, 5);
            for (long end = start; end < start + 12 * HOUR; end += EPOCH) {
                started.close(end);
            }
            assertThat(started.fresh(1, 5)).as("started at %s", start).isFalse();
            assertThat(started.forgotten()).isZero();
        }
    }

    @Test
    void close_twoGenerationsLater_hasForgotten() {
        deduplication.close(EPOCH);
        deduplication.fresh(1, 5);
        closeEach(2 * EPOCH, 24 * HOUR);
        assertThat(deduplication.fresh(1, 5)).isTrue();
        assertThat(deduplication.forgotten()).isZero();
    }

    @Test
    void close_atTheCeiling_keepsTheYoungestAndCountsTheRest() {
        for (int epoch = 0; epoch < 34; epoch++) {
            LongStream.range(10L * epoch, 10L * epoch + 10).forEach(key -> deduplication.fresh(key, 5));
            deduplication.close((epoch + 1) * EPOCH);
        }
        assertThat(LongStream.range(290, 340)).noneMatch(key -> deduplication.fresh(key, 5));
        long forgotten = deduplication.forgotten();
        assertThat(forgotten).isGreaterThanOrEqualTo(230);
        assertThat(LongStream.range(0, 290).filter(key -> deduplication.fresh(key, 5)))
                .hasSize((int) forgotten);
    }
}
