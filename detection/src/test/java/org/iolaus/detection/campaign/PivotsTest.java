package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.profile.Catalog;
import org.junit.jupiter.api.Test;

class PivotsTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long RELEASED = 24 * HOUR;

    private final Catalog models = new Catalog();
    private final int old = models.index("old", 10);
    private final int fresh = models.index("fresh", 20);
    private final Pivots pivots = new Pivots();

    private static SortedMap<Integer, Long> day(int model, long count, int other, long others) {
        return new TreeMap<>(Map.of(model, count, other, others));
    }

    private void look(long oldCount, long freshCount, Map<String, Long> releases, long now) {
        SortedMap<Long, SortedMap<Integer, Long>> days = new TreeMap<>();
        days.put(0L, new TreeMap<>(Map.of(old, 100L)));
        days.put(1L, day(old, oldCount, fresh, freshCount));
        pivots.look(new Activity(days, Map.of()), models, releases, 0, now);
    }

    @Test
    void look_quarterOfADayOnANewModel_isAMove() {
        look(150, 50, Map.of("fresh", 15L), 99);

        assertThat(pivots.all()).containsExactly(new Pivot("old", "fresh", 15, 99, 0.25));
    }

    @Test
    void look_unknownRelease_isTheFirstAppearance() {
        look(50, 50, Map.of(), 99);

        assertThat(pivots.all()).extracting(Pivot::releasedMicros).containsExactly(20L);
    }

    @Test
    void look_lessThanAQuarterOrFew_isNone() {
        look(151, 50, Map.of(), 99);
        look(10, 49, Map.of(), 99);

        assertThat(pivots.all()).isEmpty();
    }

    @Test
    void look_modelOfTheFirstDay_isNone() {
        SortedMap<Long, SortedMap<Integer, Long>> days = new TreeMap<>();
        days.put(0L, day(old, 100, fresh, 1));
        days.put(1L, new TreeMap<>(Map.of(fresh, 100L)));
        pivots.look(new Activity(days, Map.of()), models, Map.of(), 0, 99);

        assertThat(pivots.all()).isEmpty();
    }

    @Test
    void look_again_keepsTheFirstShareAndTime() {
        look(50, 50, Map.of(), 99);
        look(50, 150, Map.of(), 100);
        look(150, 50, Map.of(), 101);

        assertThat(pivots.all()).containsExactly(new Pivot("old", "fresh", 20, 99, 0.5));
    }

    @Test
    void inherit_knownMove_isKept() {
        look(50, 50, Map.of(), 99);
        Pivots heir = new Pivots();
        heir.inherit(pivots);
        look(50, 150, Map.of(), 100);
        heir.inherit(pivots);

        assertThat(heir.all()).containsExactly(new Pivot("old", "fresh", 20, 99, 0.5));
    }

    /** A day of a hundred exchanges, then a look a few hours into the next, on which a model appears at its first hour. */
    private boolean takenUp(long others, long used, int users, long knownMicros, int hours) {
        Catalog catalog = new Catalog();
        int before = catalog.index("before", 10);
        int appeared = catalog.index("appeared", RELEASED);
        SortedMap<Long, SortedMap<Integer, Long>> days = new TreeMap<>();
        days.put(0L, new TreeMap<>(Map.of(before, 100L)));
        days.put(1L, day(before, others, appeared, used));
        Pivots looked = new Pivots();
        looked.look(
                new Activity(days, Map.of(before, 20, appeared, users)),
                catalog,
                Map.of(),
                knownMicros,
                RELEASED + hours * HOUR);
        return !looked.all().isEmpty();
    }

    @Test
    void look_severalUseANewModelMoreThanThePastLetsExpect_isAMove() {
        assertThat(takenUp(10, 4, 3, 0, 0)).isTrue();
    }

    @Test
    void look_fewUsersOrUses_areNoMove() {
        assertThat(takenUp(10, 4, 2, 0, 0)).isFalse();
        assertThat(takenUp(10, 2, 2, 0, 0)).isFalse();
        assertThat(takenUp(400, 4, 3, 0, 0)).isFalse();
    }

    @Test
    void look_later_asksForMore() {
        assertThat(takenUp(10, 4, 3, 0, 150)).isFalse();
        assertThat(takenUp(10, 12, 3, 0, 150)).isTrue();
    }

    @Test
    void look_modelThatMayBeOldOrIsLongKnown_isNoMove() {
        assertThat(takenUp(10, 4, 3, RELEASED, 0)).isFalse();
        assertThat(takenUp(30, 12, 3, 0, 24 * 8)).isFalse();
    }

    @Test
    void awaits_modelThatHasJustAppeared_untilAMoveToItIsNoted() {
        assertThat(pivots.awaits(models, 15, 99)).isTrue();
        assertThat(pivots.awaits(models, 20, 99)).isFalse();

        look(50, 50, Map.of(), 99);

        assertThat(pivots.awaits(models, 15, 99)).isFalse();
    }
}
