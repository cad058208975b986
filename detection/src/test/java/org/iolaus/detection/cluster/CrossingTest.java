package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iolaus.detection.Customers;
import org.iolaus.detection.link.Layer;
import org.junit.jupiter.api.Test;

class CrossingTest {
    private static final int EXITS = 6;
    private static final long FIRST = 1;

    private final Customers customers = new Customers().longStanding(300);
    private final int[] members = customers.newcomers(20);
    private final int[] some = Arrays.copyOf(members, 10);
    private final int[] others = Arrays.copyOfRange(members, 10, 20);

    /** Lets each of some accounts use two of some exits. */
    private void rotate(int[] accounts, long first, int exits) {
        for (int i = 0; i < accounts.length; i++) {
            customers.share(Layer.IP, first + i % exits, accounts[i]);
            customers.share(Layer.IP, first + (i + 1) % exits, accounts[i]);
        }
    }

    private double nats() {
        return new Crossing(customers.all(), customers.table(), customers.reference()).nats(some, others);
    }

    @Test
    void nats_poolsOfTheirOwn_isZero() {
        rotate(some, FIRST, EXITS);
        rotate(others, FIRST + EXITS, EXITS);

        assertThat(nats()).isZero();
    }

    @Test
    void nats_onePool_growsWithItsExits() {
        rotate(some, FIRST, EXITS);
        rotate(others, FIRST, 3);
        double three = nats();
        rotate(others, FIRST, EXITS);

        assertThat(three).isPositive();
        assertThat(nats()).isGreaterThan(1.5 * three);
    }

    @Test
    void nats_exitsThatOneCustomerUses_countOnce() {
        rotate(some, FIRST, EXITS);
        rotate(others, FIRST, EXITS);
        for (int exit = 0; exit < EXITS; exit++) {
            customers.share(Layer.IP, FIRST + exit, 7);
        }

        assertThat(nats()).isLessThan(3);
    }

    @Test
    void nats_exitsOfACustomerEach_countEach() {
        rotate(some, FIRST, EXITS);
        rotate(others, FIRST, EXITS);
        for (int exit = 0; exit < EXITS; exit++) {
            customers.share(Layer.IP, FIRST + exit, exit);
        }

        assertThat(nats()).isGreaterThan(10);
    }

    @Test
    void nats_addressesThatManyCustomersHave_isZero() {
        rotate(some, FIRST, EXITS);
        rotate(others, FIRST, EXITS);
        for (int customer = 0; customer < 300; customer++) {
            customers.share(Layer.IP, FIRST + customer % EXITS, customer);
        }

        assertThat(nats()).isZero();
    }

    @Test
    void nats_addressesOfASupernetThatIsCrowded_sayLess() {
        rotate(some, FIRST, EXITS);
        rotate(others, FIRST, EXITS);
        Customers renting = new Customers().longStanding(300);
        int first = renting.newcomers(20)[0];
        for (int customer = 0; customer < 40; customer++) {
            renting.shareIn(5, Layer.IP, 100 + customer / 2, renting.all().get(customer));
        }
        for (int i = 0; i < 20; i++) {
            renting.shareIn(5, Layer.IP, FIRST + i % EXITS, renting.all().get(first + i));
            renting.shareIn(5, Layer.IP, FIRST + (i + 1) % EXITS, renting.all().get(first + i));
        }
        int[] rented = IntStream.range(first, first + 20).toArray();

        double crowded = new Crossing(renting.all(), renting.table(), renting.reference())
                .nats(Arrays.copyOf(rented, 10), Arrays.copyOfRange(rented, 10, 20));

        assertThat(crowded).isLessThan(nats() / 2);
    }
}
