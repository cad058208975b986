package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.Customers;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class PivotsTest {
    private static final long NOW = Customers.NOW + Customers.DAY;

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

    /** Members and customers who were active today, some of whom used the new model last. */
    private void uptake(int customersMoved, int membersMoved, long now) {
        Members members = new Members(200).add(20, Members.facts(0, 0, 0));
        List<Subject> customers = members.customers().all().subList(0, 200);
        for (int i = 0; i < customers.size(); i++) {
            members.uses(customers.get(i), i < customersMoved ? fresh : old, now);
        }
        for (int i = 0; i < 20; i++) {
            members.uses(members.all().get(i), old, 1);
            members.uses(members.all().get(i), i < membersMoved ? fresh : old, now);
        }
        pivots.look(
                members.all(),
                new Adoption(members.customers().all(), members.reference(), now),
                models,
                Map.of("fresh", 15L),
                now);
    }

    @Test
    void look_moreMembersThanCustomersTookItUp_isAMove() {
        uptake(2, 6, NOW);

        assertThat(pivots.all()).containsExactly(new Pivot("old", "fresh", 15, NOW, 0.3));
    }

    @Test
    void look_membersTookItUpAsCustomersDid_isNone() {
        uptake(60, 6, NOW);

        assertThat(pivots.all()).isEmpty();
    }
}
