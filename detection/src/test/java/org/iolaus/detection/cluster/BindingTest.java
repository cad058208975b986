package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.iolaus.detection.Customers;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.statistics.Tails;
import org.junit.jupiter.api.Test;

class BindingTest {
    private final Customers customers = new Customers().longStanding(200);
    private final int[] members = customers.newcomers(20);

    private int[] first(int count) {
        return Arrays.copyOf(members, count);
    }

    private List<Bound> bound(Family family) {
        return Binding.find(members, EnumSet.of(family), customers.all(), customers.table(), customers.reference());
    }

    @Test
    void find_noSharedObject_isEmpty() {
        assertThat(bound(Family.IDENTITY)).isEmpty();
    }

    @Test
    void find_paymentOfMembersAlone_isTheTailBeyondTheCorrection() {
        customers.share(Layer.PAYMENT, 1, first(6));
        customers.share(Layer.PAYMENT, 2, members[7], 3);
        double popularity = customers.reference().popularity(customers.object(1), new IntOpenHashSet(members));

        assertThat(bound(Family.IDENTITY)).singleElement().satisfies(found -> {
            assertThat(found.object()).isSameAs(customers.object(1));
            assertThat(found.holders()).containsExactly(first(6));
            assertThat(found.popularity()).isEqualTo(popularity);
            assertThat(found.nats()).isCloseTo(Tails.poissonUpper(6, 20 * popularity) - Math.log(2), within(1e-12));
        });
    }

    @Test
    void find_popularObject_doesNotBind() {
        customers.share(
                Layer.IP, 1, IntStream.range(0, 200).filter(i -> i % 3 == 0).toArray());
        customers.share(Layer.IP, 1, first(8));
        assertThat(bound(Family.NETWORK)).isEmpty();
    }

    @Test
    void find_otherFamily_doesNotBind() {
        customers.share(Layer.PAYMENT, 1, members);
        assertThat(bound(Family.NETWORK)).isEmpty();
    }

    @Test
    void find_sameHolders_countOnce() {
        for (int key = 1; key <= 4; key++) {
            customers.share(Layer.IP, key, first(6));
        }
        assertThat(bound(Family.NETWORK))
                .hasSize(4)
                .filteredOn(found -> found.nats() > 0)
                .singleElement()
                .satisfies(found -> assertThat(found.object()).isSameAs(customers.object(1)));
    }

    @Test
    void find_moreObjectsInPlay_asksForMore() {
        customers.share(Layer.IP, 1, first(6));
        double alone = bound(Family.NETWORK).getFirst().nats();
        for (int key = 2; key <= 50; key++) {
            customers.share(Layer.IP, key, members[key % 20], key, key + 100);
        }
        assertThat(bound(Family.NETWORK).getFirst().nats()).isLessThan(alone - 3);
    }

    @Test
    void find_twoHoldersAmongManyObjects_isChance() {
        for (int key = 1; key <= 300; key++) {
            customers.share(Layer.IP, key, members[key % 20], key % 200);
        }
        customers.share(Layer.IP, 1000, members[0], members[1], 7);
        assertThat(bound(Family.NETWORK)).isEmpty();
    }
}
