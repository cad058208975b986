package org.iolaus.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdoptionTest {
    private static final long HOUR = 3_600_000_000L;

    private static Adoption adoption() {
        Adoption adoption = new Adoption();
        adoption.campaign("c", "new", 100 * HOUR);
        adoption.member("a", "c");
        for (int i = 0; i < 100; i++) {
            adoption.exchange("a", "old", i * HOUR);
        }
        return adoption;
    }

    @Test
    void visibleHours_halfMoves_isTheHourThatExceedsThePast() {
        Adoption adoption = adoption();
        for (int i = 0; i < 10; i++) {
            adoption.exchange("a", "old", 101 * HOUR + i);
            adoption.exchange("a", "new", 102 * HOUR + i);
        }
        assertThat(adoption.visibleHours("c")).isEqualTo(3);
    }

    @Test
    void visibleHours_oneTry_isNotAMove() {
        Adoption adoption = adoption();
        adoption.exchange("a", "new", 101 * HOUR);
        assertThat(adoption.visibleHours("c")).isNaN();
    }

    @Test
    void visibleHours_strangers_doNotCount() {
        Adoption adoption = adoption();
        for (int i = 0; i < 10; i++) {
            adoption.exchange("b", "new", 101 * HOUR + i);
        }
        assertThat(adoption.visibleHours("c")).isNaN();
    }
}
