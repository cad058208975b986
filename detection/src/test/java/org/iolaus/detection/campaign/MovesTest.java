package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.iolaus.detection.Customers;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final long EPOCH = 600_000_000L;
    private static final long START = Customers.NOW + 2 * Customers.DAY;

    private final Members members = new Members(200).add(20, Members.facts(0, 0, 0));
    private final List<Subject> everybody = members.customers().all();
    private final Catalog models = new Catalog();
    private final int old = models.index("old", Customers.NOW);
    private final Groups groups = new Groups(everybody, members.customers().table());
    private final Moves moves = new Moves(groups, members.reference(), models, Map.of("fresh", START));
    private final Group group;

    MovesTest() {
        groups.absorb(new Candidate(members.indices(), Family.CONTENT, 100));
        group = groups.all().getFirst();
    }

    private void taken(Standing standing) {
        group.scored(
                new Assessment(standing, members.signature(), List.of(), Strength.NONE, true, "", ""), everybody, 1);
    }

    private void uses(Subject subject, int model, long micros) {
        moves.exchange(subject, model);
        members.uses(subject, model, micros);
    }

    /** A day of the old model, then three epochs, in the later two of which so many take up the new one. */
    private void play(int membersMoving, int customersMoving) {
        everybody.forEach(subject -> uses(subject, old, Customers.NOW));
        moves.close(Customers.NOW + EPOCH, Customers.NOW, everybody);
        int fresh = models.index("fresh", START);
        moves.close(START + EPOCH, START, everybody);
        for (int epoch = 1; epoch <= 2; epoch++) {
            long now = START + epoch * EPOCH;
            int from = (epoch - 1) * customersMoving;
            for (int i = 0; i < 200; i++) {
                uses(everybody.get(i), i >= from && i < from + customersMoving ? fresh : old, now);
            }
            from = (epoch - 1) * membersMoving;
            for (int i = 0; i < 20; i++) {
                uses(members.all().get(i), i >= from && i < from + membersMoving ? fresh : old, now);
            }
            moves.close(now + EPOCH, now, everybody);
        }
    }

    @Test
    void close_membersTakeUpAModelSoonerThanCustomers_isAMove() {
        taken(Standing.SUSPECTED);
        play(3, 1);

        assertThat(group.pivots().all())
                .extracting(Pivot::to, Pivot::from, Pivot::releasedMicros, Pivot::detectedAtMicros)
                .containsExactly(tuple("fresh", "old", START, START + 2 * EPOCH));
    }

    @Test
    void close_membersTakeItUpAsCustomersDo_isNone() {
        taken(Standing.SUSPECTED);
        play(1, 10);

        assertThat(group.pivots().all()).isEmpty();
    }

    @Test
    void close_groupNotSuspectedYet_isNotedOnceItIs() {
        play(3, 1);
        assertThat(group.pivots().all()).isEmpty();

        taken(Standing.CAMPAIGN);
        moves.close(START + 4 * EPOCH, START + 3 * EPOCH, everybody);

        assertThat(group.pivots().all()).extracting(Pivot::to).containsExactly("fresh");
    }

    @Test
    void close_modelsOfTheFirstDay_areNotNew() {
        taken(Standing.SUSPECTED);
        everybody.forEach(subject -> uses(subject, old, Customers.NOW));
        moves.close(Customers.NOW + EPOCH, Customers.NOW, everybody);
        int other = models.index("other", Customers.NOW + 2 * EPOCH);
        for (int epoch = 2; epoch < 5; epoch++) {
            long now = Customers.NOW + epoch * EPOCH;
            members.all().forEach(subject -> uses(subject, other, now));
            moves.close(now + EPOCH, now, everybody);
        }

        assertThat(group.pivots().all()).isEmpty();
    }
}
