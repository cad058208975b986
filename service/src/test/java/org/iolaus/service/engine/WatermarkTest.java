package org.iolaus.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final long SECOND = 1_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private final Watermark watermark = new Watermark(Duration.ofMinutes(10), Duration.ofMinutes(2), 10 * MINUTE);
    private long received = 1_000 * HOUR;

    /** Receives exchanges of some times, a moment after what came before. */
    private long receive(String sender, long... times) {
        return receive(SECOND, sender, times);
    }

    private long receive(long laterMicros, String sender, long... times) {
        received += laterMicros;
        watermark.receive(received);
        for (long time : times) {
            watermark.exchange(sender, time);
        }
        return watermark.micros();
    }

    /** Lets time pass. */
    private long tick(long forMicros) {
        long last = Long.MIN_VALUE;
        for (long passed = 0; passed < forMicros; passed += 30 * SECOND) {
            last = receive(30 * SECOND, "");
        }
        return last;
    }

    @Test
    void micros_oneSender_isItsClockMinusTheLateness() {
        assertThat(receive("a", HOUR, HOUR + SECOND, HOUR + 2 * SECOND)).isEqualTo(HOUR + SECOND - 10 * MINUTE);
    }

    @Test
    void micros_oneRecordAhead_movesNothing() {
        assertThat(receive("a", 99 * HOUR)).isEqualTo(Long.MIN_VALUE);
        assertThat(receive("a", HOUR, HOUR + SECOND)).isEqualTo(HOUR + SECOND - 10 * MINUTE);
        assertThat(receive("a", HOUR + 2 * SECOND, 50 * HOUR, HOUR + 3 * SECOND))
                .isEqualTo(HOUR + 3 * SECOND - 10 * MINUTE);
        assertThat(receive("b", 50 * HOUR)).isEqualTo(HOUR + 3 * SECOND - 10 * MINUTE);
    }

    @Test
    void micros_severalSenders_isTheSlowestOnes() {
        receive("a", HOUR, HOUR, HOUR);
        receive("b", HOUR, HOUR, HOUR);
        assertThat(receive("a", 3 * HOUR, 3 * HOUR)).isEqualTo(HOUR - 10 * MINUTE);
        assertThat(receive("b", 2 * HOUR, 2 * HOUR)).isEqualTo(2 * HOUR - 10 * MINUTE);
    }

    @Test
    void micros_silentSender_holdsNobodyBackForLong() {
        receive("a", HOUR, HOUR, HOUR);
        receive("b", HOUR, HOUR, HOUR);
        for (int second = 0; second < 130; second += 10) {
            receive(10 * SECOND, "a", 3 * HOUR + second * SECOND);
        }

        assertThat(watermark.micros()).isEqualTo(3 * HOUR + 110 * SECOND - 10 * MINUTE);
    }

    @Test
    void micros_senderThatComesBack_isAskedByItsNewTimes() {
        receive("a", HOUR, HOUR, HOUR);
        receive("b", HOUR, HOUR, HOUR);
        tick(3 * MINUTE);
        receive("a", 2 * HOUR, 2 * HOUR, 2 * HOUR);

        assertThat(receive("b", 3 * HOUR)).isEqualTo(2 * HOUR - 10 * MINUTE);
        assertThat(receive("a", 4 * HOUR, 4 * HOUR)).isEqualTo(3 * HOUR - 10 * MINUTE);
    }

    @Test
    void micros_senderWhoseExchangesAreAllLate_holdsNobodyBack() {
        receive("a", 5 * HOUR, 5 * HOUR, 5 * HOUR);
        receive("b", HOUR, HOUR, HOUR);

        assertThat(receive("a", 6 * HOUR, 6 * HOUR)).isEqualTo(6 * HOUR - 10 * MINUTE);
    }

    @Test
    void micros_neverGoesBack() {
        receive("a", 5 * HOUR, 5 * HOUR, 5 * HOUR);

        assertThat(receive("a", HOUR, HOUR, HOUR)).isEqualTo(5 * HOUR - 10 * MINUTE);
    }

    @Test
    void micros_nobodyLeftToPush_closesAnEpochAfterAWhile() {
        receive("a", HOUR);
        assertThat(watermark.open()).isTrue();
        assertThat(tick(19 * MINUTE)).isEqualTo(Long.MIN_VALUE);
        assertThat(tick(2 * MINUTE)).isEqualTo(HOUR + 10 * MINUTE);
        assertThat(watermark.open()).isFalse();
    }

    @Test
    void micros_receivingClockThatJumps_makesNobodyIdle() {
        receive("a", HOUR, HOUR, HOUR);
        receive("b", HOUR, HOUR, HOUR);
        assertThat(receive(24 * HOUR, "a", 3 * HOUR, 3 * HOUR)).isEqualTo(HOUR - 10 * MINUTE);
        assertThat(receive(-48 * HOUR, "a", 3 * HOUR, 3 * HOUR)).isEqualTo(HOUR - 10 * MINUTE);
        assertThat(receive("b", 3 * HOUR, 3 * HOUR)).isEqualTo(3 * HOUR - 10 * MINUTE);
    }

    @Test
    void drain_openEpochs_areOver() {
        receive("a", HOUR);
        watermark.drain();

        assertThat(watermark.open()).isFalse();
        assertThat(watermark.micros()).isEqualTo(HOUR + 10 * MINUTE);
    }
}
