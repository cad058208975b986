package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.iolaus.detection.Customers;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.junit.jupiter.api.Test;

class GroupCountsTest {
    private final Customers customers = new Customers();

    @Test
    void counts_ofTwoFamilies_areOfMembersOnly() {
        customers.newcomers(5);
        customers.share(Layer.IP, 1, 0, 1, 4);
        customers.share(Layer.PAYMENT, 2, 0, 3);
        customers.share(Layer.SYSTEM, 3, 0, 1, 2);
        customers.share(Layer.IP, 4, 3, 4);
        customers.share(Layer.PREFIX, 5, 2);
        customers.share(Layer.PREFIX, 6, 4);
        GroupCounts counts = new GroupCounts(
                new int[] {2, 0, 1}, EnumSet.of(Family.NETWORK, Family.IDENTITY), customers.all(), customers.table());

        assertThat(counts.size()).isEqualTo(3);
        assertThat(counts.set()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(counts.count(customers.object(1).id())).isEqualTo(2);
        assertThat(counts.count(customers.object(2).id())).isEqualTo(1);
        assertThat(counts.count(customers.object(3).id())).isZero();
        assertThat(counts.count(customers.object(4).id())).isZero();
        assertThat(counts.brought()[Layer.IP.ordinal()]).isEqualTo(1);
        assertThat(counts.brought()[Layer.PREFIX.ordinal()]).isEqualTo(1);
        assertThat(counts.brought()[Layer.PAYMENT.ordinal()]).isEqualTo(1);
        assertThat(counts.brought()[Layer.SYSTEM.ordinal()]).isZero();
        assertThat(counts.shared()).containsExactly(customers.object(1).id());
    }

    @Test
    void shared_severalObjects_areAscending() {
        int[] members = customers.newcomers(2);
        for (int key = 40; key > 0; key--) {
            customers.share(Layer.IP, key, members);
        }
        GroupCounts counts = new GroupCounts(members, EnumSet.of(Family.NETWORK), customers.all(), customers.table());
        assertThat(counts.shared()).hasSize(40).isSorted();
    }
}
