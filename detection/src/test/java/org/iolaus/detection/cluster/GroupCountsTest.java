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
                new int[] {2, 0, 1},
                EnumSet.of(Family.NETWORK, Family.IDENTITY),
                2,
                customers.all(),
                customers.table());

        assertThat(counts.size()).isEqualTo(3);
        assertThat(counts.brought()[Layer.IP.ordinal()]).isEqualTo(1);
        assertThat(counts.brought()[Layer.PREFIX.ordinal()]).isEqualTo(1);
        assertThat(counts.brought()[Layer.PAYMENT.ordinal()]).isEqualTo(1);
        assertThat(counts.brought()[Layer.SYSTEM.ordinal()]).isZero();
        assertThat(counts.shared()).containsExactly(customers.object(1).id());
        assertThat(counts.holders(0)).containsExactly(0, 1);
    }

    @Test
    void shared_severalObjects_areAscending() {
        int[] members = customers.newcomers(2);
        for (int key = 40; key > 0; key--) {
            customers.share(Layer.IP, key, members);
        }
        GroupCounts counts =
                new GroupCounts(members, EnumSet.of(Family.NETWORK), 2, customers.all(), customers.table());
        assertThat(counts.shared()).hasSize(40).isSorted();
    }

    @Test
    void shared_heldByFewerThanTheLeast_isLeftOut() {
        int[] members = customers.newcomers(3);
        customers.share(Layer.IP, 1, members);
        customers.share(Layer.IP, 2, members[0], members[2]);
        GroupCounts counts =
                new GroupCounts(members, EnumSet.of(Family.NETWORK), 3, customers.all(), customers.table());
        assertThat(counts.shared()).containsExactly(customers.object(1).id());
        assertThat(counts.holders(0)).containsExactly(members);
        assertThat(counts.brought()[Layer.IP.ordinal()]).isEqualTo(2);
    }
}
