package org.iolaus.detection.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.iolaus.detection.FingerprintBuilder;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.junit.jupiter.api.Test;

class EpochBufferTest {
    private static final long EPOCH = 100;

    private final EpochBuffer buffer = new EpochBuffer(EPOCH, 1000);

    private void add(long... times) {
        for (long time : times) {
            buffer.add(FingerprintBuilder.at(time).build());
        }
    }

    private List<Long> close() {
        return buffer.close().stream().map(Fingerprint::timeMicros).toList();
    }

    @Test
    void close_severalEpochs_givesTheFirstInOrderOfTime() {
        add(250, 199, 100, 150);
        assertThat(buffer.size()).isEqualTo(4);
        assertThat(buffer.firstEnd()).isEqualTo(200);
        assertThat(close()).containsExactly(100L, 150L, 199L);
        assertThat(buffer.size()).isEqualTo(1);
        assertThat(close()).containsExactly(250L);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void ready_atTheEndOfTheFirstEpoch_isTrue() {
        assertThat(buffer.ready(Long.MAX_VALUE)).isFalse();
        add(150);
        assertThat(buffer.ready(199)).isFalse();
        assertThat(buffer.ready(200)).isTrue();
    }

    @Test
    void add_afterItsEpochClosed_isLate() {
        add(150, 250);
        close();
        add(199, 200, 50);
        assertThat(buffer.late()).isEqualTo(2);
        assertThat(close()).containsExactly(200L, 250L);
    }

    @Test
    void add_olderEpochStillOpen_isNotLate() {
        add(350, 150, 350);
        assertThat(close()).containsExactly(150L);
        add(250);
        assertThat(close()).containsExactly(250L);
        assertThat(close()).containsExactly(350L, 350L);
        assertThat(buffer.late()).isZero();
    }

    @Test
    void add_beforeTheYear1970_fallsIntoItsEpoch() {
        add(-1, 0);
        assertThat(buffer.firstEnd()).isZero();
        assertThat(buffer.ready(-1)).isFalse();
        assertThat(buffer.ready(0)).isTrue();
        assertThat(close()).containsExactly(-1L);
    }

    @Test
    void close_anyOrderOfArrival_isCanonical() {
        SplittableRandom random = new SplittableRandom(81);
        List<Fingerprint> exchanges = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            exchanges.add(FingerprintBuilder.at(random.nextInt(20))
                    .key(random.nextInt(5))
                    .content(i)
                    .build());
        }
        List<Fingerprint> expected = new ArrayList<>(exchanges);
        expected.sort(Comparator.comparingLong(Fingerprint::timeMicros)
                .thenComparingLong(Fingerprint::key)
                .thenComparingLong(Fingerprint::content));
        Random shuffling = new Random(82);
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(exchanges, shuffling);
            EpochBuffer shuffled = new EpochBuffer(EPOCH, 1000);
            exchanges.forEach(shuffled::add);
            assertThat(shuffled.close()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void relieve_crowded_givesTheEarlierHalfAndLosesOnlyWhatBelongsBefore() {
        EpochBuffer small = new EpochBuffer(EPOCH, 3);
        for (long time : new long[] {150, 110, 130, 120}) {
            small.add(FingerprintBuilder.at(time).build());
        }
        assertThat(small.crowded()).isTrue();
        assertThat(small.relieve()).extracting(Fingerprint::timeMicros).containsExactly(110L, 120L);
        assertThat(small.crowded()).isFalse();
        small.add(FingerprintBuilder.at(119).build());
        small.add(FingerprintBuilder.at(125).build());
        assertThat(small.late()).isEqualTo(1);
        assertThat(small.crowdedOut()).isEqualTo(1);
        assertThat(small.ready(200)).isTrue();
        assertThat(small.close()).extracting(Fingerprint::timeMicros).containsExactly(125L, 130L, 150L);
        small.add(FingerprintBuilder.at(199).build());
        assertThat(small.late()).isEqualTo(2);
        assertThat(small.crowdedOut()).isEqualTo(1);
    }

    @Test
    void relieve_emptiedEpoch_givesNothing() {
        add(150);
        assertThat(buffer.relieve()).hasSize(1);
        assertThat(buffer.isEmpty()).isFalse();
        assertThat(buffer.relieve()).isEmpty();
        assertThat(close()).isEmpty();
        assertThat(buffer.isEmpty()).isTrue();
    }
}
