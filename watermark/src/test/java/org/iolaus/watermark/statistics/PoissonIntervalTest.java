package org.iolaus.watermark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonIntervalTest {
    @Test
    void of_tenAtNinetyFivePercent_isGarwoods() {
        PoissonInterval interval = PoissonInterval.of(10, 0.95);

        assertThat(interval.low()).isCloseTo(4.795, within(1e-3));
        assertThat(interval.high()).isCloseTo(18.390, within(1e-3));
        assertThat(interval.contains(12)).isTrue();
        assertThat(interval.contains(19)).isFalse();
    }

    @Test
    void of_none_startsAtNothing() {
        assertThat(PoissonInterval.of(0, 0.95).low()).isZero();
        assertThat(PoissonInterval.of(0, 0.95).high()).isCloseTo(3.689, within(1e-3));
    }

    @Test
    void of_aNegativeCount_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonInterval.of(-1, 0.95));
    }
}
