package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.statistics.LogRank;
import org.junit.jupiter.api.Test;

class PivotsTest {
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
        pivots.look(days, models, releases, now);
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
        pivots.look(days, models, Map.of(), 99);

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

    private boolean takeUp(int membersActed, int customersActed) {
        return pivots.takeUp(fresh, new LogRank.Step(20, membersActed), new LogRank.Step(200, customersActed));
    }

    @Test
    void takeUp_soonerThanCustomersAgainAndAgain_isAMove() {
        assertThat(takeUp(1, 1)).isFalse();
        assertThat(takeUp(0, 0)).isFalse();
        assertThat(takeUp(3, 1)).isTrue();
    }

    @Test
    void takeUp_asCustomersDo_isNone() {
        for (int epoch = 0; epoch < 1_000; epoch++) {
            assertThat(takeUp(epoch % 10 == 0 ? 1 : 0, 1)).isFalse();
        }
    }

    @Test
    void takeUp_moveAlreadyNoted_isNone() {
        look(50, 50, Map.of(), 99);

        assertThat(takeUp(20, 0)).isFalse();
    }

    @Test
    void note_modelOfTheFirstDay_isRefusedForGood() {
        SortedMap<Long, SortedMap<Integer, Long>> days = new TreeMap<>();
        days.put(0L, day(old, 100, fresh, 1));
        pivots.note(fresh, days, models, Map.of(), 99);

        assertThat(pivots.all()).isEmpty();
        assertThat(takeUp(20, 0)).isFalse();
    }
}
