package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.Customers.DAY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iolaus.detection.Customers;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class ObjectTableTest {
    private static final long KEY = 5;
    private static final long WEEK = 7 * DAY;

    private final Customers customers = new Customers();
    private final ObjectTable table = customers.table();

    private void link(long key, int... subjects) {
        customers.share(Layer.IP, key, subjects);
    }

    @Test
    void link_oneSubject_isNoObjectButAnEdge() {
        customers.newcomers(1);
        link(KEY, 0);
        assertThat(table.find(KEY)).isEqualTo(-1);
        assertThat(table.size()).isZero();
        assertThat(table.edges(Layer.IP)).isEqualTo(1);
        assertThat(customers.all().getFirst().objects(Family.NETWORK.ordinal()).toIntArray())
                .isEmpty();
    }

    @Test
    void link_secondSubject_makesTheObjectOfBoth() {
        customers.newcomers(3);
        link(KEY, 2, 0);
        SharedObject object = customers.object(KEY);
        assertThat(object.layer()).isEqualTo(Layer.IP);
        assertThat(object.key()).isEqualTo(KEY);
        assertThat(customers.users(KEY)).containsExactly(2, 0);
        assertThat(customers.all().get(2).objects(Family.NETWORK.ordinal()).toIntArray())
                .containsExactly(object.id());
        assertThat(customers.all().get(1).objects(Family.NETWORK.ordinal()).toIntArray())
                .isEmpty();
    }

    @Test
    void link_randomEdges_equalsATableOfSets() {
        SplittableRandom random = new SplittableRandom(41);
        customers.newcomers(40);
        Map<Long, Set<Integer>> expected = new TreeMap<>();
        for (int i = 0; i < 1500; i++) {
            int subject = random.nextInt(40);
            long key = random.nextLong(1, 200);
            if (expected.computeIfAbsent(key, absent -> new TreeSet<>()).add(subject)) {
                link(key, subject);
            }
        }
        assertThat(table.edges(Layer.IP))
                .isEqualTo(expected.values().stream().mapToInt(Set::size).sum());
        expected.values().removeIf(users -> users.size() < 2);
        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((key, users) ->
                assertThat(customers.users(key)).containsExactlyInAnyOrder(users.toArray(Integer[]::new)));
        for (Subject subject : customers.all()) {
            assertThat(subject.objects(Family.NETWORK.ordinal()).intStream())
                    .doesNotHaveDuplicates()
                    .allMatch(id -> table.get(id).users().contains(subject.index()));
        }
    }

    @Test
    void takeGrown_oneUserAtATime_reportsGeometricSizes() {
        int[] users = customers.newcomers(40);
        List<Integer> sizes = new ArrayList<>();
        for (int user : users) {
            link(KEY, user);
            if (table.takeGrown().length > 0) {
                sizes.add(customers.object(KEY).users().size());
            }
        }
        assertThat(sizes).containsExactly(4, 6, 8, 11, 15, 20, 26, 34);
    }

    @Test
    void takeGrown_severalGrowthsSinceTheLast_reportsEachObjectOnceInOrder() {
        int[] users = customers.newcomers(30);
        link(7, users);
        link(6, users);
        link(8, 1, 2, 3);
        assertThat(table.takeGrown()).containsExactly(table.find(7), table.find(6));
        assertThat(table.takeGrown()).isEmpty();
    }

    @Test
    void takeDue_usersEnough_isWhenTheTimeSinceTheFirstLookHasGrown() {
        link(7, customers.newcomers(16));
        link(6, 1, 2, 3);
        assertThat(table.takeDue(16, 0)).containsExactly(table.find(7));
        assertThat(table.takeDue(16, 10)).containsExactly(table.find(7));
        assertThat(table.takeDue(16, 12)).isEmpty();
        assertThat(table.takeDue(16, 13)).containsExactly(table.find(7));
    }

    @Test
    void link_again_changesNothing() {
        customers.newcomers(2);
        link(KEY, 0, 0);
        assertThat(table.edges(Layer.IP)).isEqualTo(1);
        assertThat(table.find(KEY)).isEqualTo(-1);
        link(KEY, 1, 0, 1);
        assertThat(customers.users(KEY)).containsExactly(0, 1);
        assertThat(customers.all().get(1).objects(Family.NETWORK.ordinal()).toIntArray())
                .containsExactly(0);
        assertThat(table.edges(Layer.IP)).isEqualTo(2);
    }

    @Test
    void degree_sharedAndSingleOwnerObjects_areCountedByLayer() {
        customers.newcomers(3);
        link(KEY, 0, 1, 0);
        link(6, 1, 1);
        customers.share(Layer.PREFIX, 7, 1);
        customers.share(Layer.TOOLS, 8, 1);
        assertThat(table.degree(0, Layer.IP)).isEqualTo(1);
        assertThat(table.degree(1, Layer.IP)).isEqualTo(2);
        assertThat(table.degree(1, Layer.TOOLS)).isEqualTo(1);
        assertThat(table.degree(2, Layer.IP)).isZero();
        assertThat(table.degree(3, Layer.IP)).isZero();
    }

    private void closeWeek(int week) {
        table.close(week * WEEK);
    }

    @Test
    void close_withinTheWeek_forgetsNothing() {
        customers.newcomers(2);
        closeWeek(10);
        link(KEY, 0);
        for (long time = 10 * WEEK; time < 11 * WEEK; time += DAY) {
            table.close(time);
        }
        link(KEY, 1);
        assertThat(customers.users(KEY)).containsExactly(0, 1);
    }

    @Test
    void close_aWeekLater_stillSharesWithTheFormerOwner() {
        customers.newcomers(2);
        closeWeek(10);
        link(KEY, 0);
        closeWeek(11);
        link(KEY, 1);
        assertThat(customers.users(KEY)).containsExactly(0, 1);
    }

    @Test
    void close_twoWeeksLater_forgetsTheOwnerButNoObject() {
        customers.newcomers(3);
        closeWeek(10);
        link(KEY, 0);
        link(6, 0, 1);
        closeWeek(11);
        closeWeek(12);
        link(KEY, 1);
        assertThat(table.find(KEY)).isEqualTo(-1);
        link(6, 2);
        assertThat(customers.users(6)).containsExactly(0, 1, 2);
        link(KEY, 0);
        assertThat(customers.users(KEY)).containsExactly(1, 0);
    }

    @Test
    void close_linkedAgainEveryWeek_isNotForgotten() {
        customers.newcomers(2);
        for (int week = 10; week < 20; week++) {
            closeWeek(week);
            link(KEY, 0);
        }
        link(KEY, 1);
        assertThat(customers.users(KEY)).containsExactly(0, 1);
        assertThat(table.edges(Layer.IP)).isEqualTo(2);
    }

    @Test
    void close_paymentYearsLater_isNotForgotten() {
        customers.newcomers(2);
        customers.share(Layer.PAYMENT, KEY, 0);
        for (int week = 10; week < 200; week++) {
            closeWeek(week);
        }
        customers.share(Layer.PAYMENT, KEY, 1);
        assertThat(customers.users(KEY)).containsExactly(0, 1);
    }

    @Test
    void close_belowTheCeiling_forgetsNothing() {
        ObjectTable small = new ObjectTable(customers.all(), 100);
        customers.newcomers(2);
        fill(small, 1, 50);
        small.close(0);
        small.close(0);
        assertThat(recalled(small, 1, 50)).isEqualTo(50);
        assertThat(small.forgotten()).isZero();
    }

    @Test
    void close_atTheCeiling_keepsTheYoungestAndCountsTheRest() {
        ObjectTable small = new ObjectTable(customers.all(), 100);
        customers.newcomers(2);
        for (int from = 1; from < 340; from += 10) {
            fill(small, from, from + 9);
            small.close(0);
        }
        assertThat(recalled(small, 291, 340)).isEqualTo(50);
        int recalled = recalled(small, 1, 290);
        assertThat(recalled).isLessThanOrEqualTo(60);
        assertThat(small.forgotten()).isEqualTo(290 - recalled);
    }

    @Test
    void close_sharedSinceTheTurn_isNotForgotten() {
        ObjectTable small = new ObjectTable(customers.all(), 2);
        customers.newcomers(2);
        small.close(0);
        fill(small, 1, 10);
        small.close(0);
        assertThat(recalled(small, 1, 8)).isEqualTo(8);
        fill(small, 11, 14);
        small.close(0);
        assertThat(small.forgotten()).isEqualTo(2);
    }

    private void fill(ObjectTable into, long from, long to) {
        for (long key = from; key <= to; key++) {
            into.link(Layer.IP, key, customers.all().getFirst());
        }
    }

    /** How many keys a second subject shares with their owner. */
    private int recalled(ObjectTable from, long first, long last) {
        Set<Long> shared = new HashSet<>();
        for (long key = first; key <= last; key++) {
            from.link(Layer.IP, key, customers.all().get(1));
            if (from.find(key) >= 0) {
                shared.add(key);
            }
        }
        return shared.size();
    }
}
