package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.Customers.DAY;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final int CEILING = Recurrence.MAX_ONCE;
    private static final long WEEK = 7 * DAY;

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

    @Test
    void recurs_beyondTheCeiling_countsWhatIsForgotten() {
        LongStream.range(0, CEILING).forEach(recurrence::recurs);
        assertThat(recurrence.forgotten()).isZero();
        recurrence.recurs(CEILING);
        assertThat(recurrence.forgotten()).isEqualTo(CEILING);
    }

    @Test
    void appears_nextGeneration_isLinkedAgainOnce() {
        recurrence.advance(10 * WEEK);
        assertThat(recurrence.appears(5)).isTrue();
        recurrence.advance(11 * WEEK - 1);
        assertThat(recurrence.appears(5)).isFalse();
        recurrence.advance(11 * WEEK);
        assertThat(recurrence.appears(5)).isTrue();
        assertThat(recurrence.appears(5)).isFalse();
    }

    @Test
    void recurs_nextGeneration_isLinkedAgainAtTheSecondSighting() {
        recurrence.advance(10 * WEEK);
        recurrence.recurs(5);
        assertThat(recurrence.recurs(5)).isTrue();
        recurrence.recurs(6);
        recurrence.advance(11 * WEEK);
        assertThat(recurrence.recurs(5)).isFalse();
        assertThat(recurrence.recurs(5)).isTrue();
        assertThat(recurrence.recurs(6)).isTrue();
    }

    @Test
    void appears_beyondTheCeiling_linksAgain() {
        LongStream.range(0, Recurrence.MAX_LINKED).forEach(recurrence::appears);
        assertThat(recurrence.appears(0)).isFalse();
        assertThat(recurrence.appears(-1)).isTrue();
        assertThat(recurrence.appears(0)).isTrue();
        assertThat(recurrence.appears(-1)).isFalse();
    }
}
