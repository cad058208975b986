package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final int CEILING = 4096;

    private final Recurrence recurrence = new Recurrence();

    @Test
    void recurs_onlySecondSighting_isLinked() {
        assertThat(LongStream.of(5, 5, 5, 6).filter(recurrence::recurs).count()).isEqualTo(1);
        assertThat(recurrence.recurs(6)).isTrue();
    }

    @Test
    void appears_onlyFirstSighting_isLinked() {
        assertThat(recurrence.appears(5)).isTrue();
        assertThat(recurrence.appears(5)).isFalse();
    }

    @Test
    void recurs_afterItAppeared_isLinkedAlready() {
        recurrence.appears(5);
        assertThat(recurrence.recurs(5)).isFalse();
        assertThat(recurrence.recurs(5)).isFalse();
    }

    @Test
    void appears_afterOneSighting_linksOnce() {
        recurrence.recurs(5);
        assertThat(recurrence.appears(5)).isTrue();
        assertThat(recurrence.recurs(5)).isFalse();
    }

    @Test
    void recurs_belowTheCeiling_remembersAll() {
        LongStream.range(0, CEILING).forEach(recurrence::recurs);
        assertThat(LongStream.range(0, CEILING)).allMatch(recurrence::recurs);
    }

    @Test
    void recurs_beyondTheCeiling_forgetsWhatWasSeenOnceOnly() {
        recurrence.recurs(-1);
        recurrence.recurs(-1);
        LongStream.rangeClosed(0, CEILING).forEach(recurrence::recurs);
        assertThat(recurrence.recurs(0)).isFalse();
        assertThat(recurrence.recurs(CEILING)).isTrue();
        assertThat(recurrence.recurs(-1)).isFalse();
    }
}
