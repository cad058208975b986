package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringsTest {
    private static final double SAME = 0.9;

    private final Gatherings gatherings = new Gatherings();

    private boolean fresh(int from, int to, double same) {
        return gatherings.fresh(IntStream.range(from, to).toArray(), same);
    }

    @Test
    void fresh_nearlyTheSameAgain_isNot() {
        assertThat(fresh(0, 100, SAME)).isTrue();
        assertThat(fresh(5, 100, SAME)).isFalse();
        assertThat(fresh(20, 120, SAME)).isTrue();
    }

    @Test
    void fresh_partOfALargerOne_isNewUnlessThatCountsAsTheSame() {
        assertThat(fresh(0, 100, SAME)).isTrue();
        assertThat(fresh(0, 40, 0.5)).isTrue();
        assertThat(fresh(0, 60, 0.5)).isFalse();
    }

    @Test
    void fresh_afterAnotherOneHadHalfOfIt_isStillKnown() {
        assertThat(fresh(0, 100, SAME)).isTrue();
        assertThat(fresh(50, 150, SAME)).isTrue();
        assertThat(fresh(0, 100, SAME)).isFalse();
    }
}
