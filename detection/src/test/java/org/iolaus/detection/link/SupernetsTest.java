package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.Customers;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class SupernetsTest {
    private final Customers customers = new Customers();
    private final Subject one = customers.add();
    private final Subject two = customers.add();
    private final ObjectTable table = customers.table();

    private List<String> of(Subject subject) {
        List<String> held = new ArrayList<>();
        table.supernets()
                .forEach(
                        subject.index(),
                        (supernet, addresses, networks) -> held.add(supernet + " " + addresses + " " + networks));
        return held;
    }

    @Test
    void forEach_addressesOfTwoSupernets_countsThoseOfEach() {
        table.link(Layer.IP, 1, 10, one);
        table.link(Layer.PREFIX, 2, 10, one);
        table.link(Layer.IP, 3, 10, one);
        table.link(Layer.IP, 4, 20, one);
        assertThat(of(one)).containsExactly("0 2 1", "1 1 0");
        assertThat(of(two)).isEmpty();
        assertThat(table.supernets().size()).isEqualTo(2);
    }

    @Test
    void forEach_addressSeenAgain_isCountedOnce() {
        table.link(Layer.IP, 1, 10, one);
        table.link(Layer.IP, 1, 10, one);
        table.link(Layer.IP, 1, 10, two);
        table.link(Layer.IP, 1, 10, two);
        assertThat(of(one)).containsExactly("0 1 0");
        assertThat(of(two)).containsExactly("0 1 0");
        assertThat(customers.object(1).supernet()).isZero();
    }

    @Test
    void forEach_objectInNoSupernet_isPassedOver() {
        table.link(Layer.SYSTEM, 1, one);
        table.link(Layer.SYSTEM, 1, two);
        assertThat(of(one)).isEmpty();
        assertThat(customers.object(1).supernet()).isEqualTo(Supernets.NONE);
    }
}
