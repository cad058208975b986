package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.iolaus.detection.Customers;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final long SUPERNET = 10;

    private final Customers customers = new Customers().plain(400);
    private final List<Subject> all = customers.all();

    private double chance(Layer layer) {
        return customers.reference().neighbour(layer, 0);
    }

    @Test
    void chance_networksDrawnAtRandom_isOneInAsManyAsThereAre() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 400; i++) {
            customers.shareIn(SUPERNET, Layer.PREFIX, 1_000 + random.nextInt(2_000), all.get(i));
        }
        assertThat(chance(Layer.PREFIX)).isCloseTo(1 / 2_000.0, Percentage.withPercentage(40));
    }

    @Test
    void chance_supernetOfWhichNothingIsKnown_isOneInAllThatItHas() {
        assertThat(chance(Layer.PREFIX)).isCloseTo(1 / 256.0, within(1e-12));
        assertThat(chance(Layer.IP)).isCloseTo(1 / 65_536.0, within(1e-12));
    }

    @Test
    void chance_networkThatManyHave_saysNothingOfTheRareOnes() {
        for (int i = 0; i < 100; i++) {
            customers.shareIn(SUPERNET, Layer.PREFIX, 1, all.get(4 * i));
            customers.shareIn(SUPERNET, Layer.PREFIX, 1_000 + i, all.get(4 * i + 1));
        }
        assertThat(chance(Layer.PREFIX)).isLessThan(1 / 5_000.0);
        assertThat(customers.reference().neighbour(customers.object(1), 100))
                .isCloseTo(101 / (100 + 100 + 256.0), within(1e-12));
    }

    @Test
    void chance_pairsThatSignedUpTogether_testifyToNothing() {
        for (int i = 0; i < 40; i++) {
            customers.shareIn(SUPERNET, Layer.PREFIX, 1_000 + i / 2, all.get(i));
        }
        double together = chance(Layer.PREFIX);
        for (int i = 0; i < 40; i++) {
            customers.shareIn(SUPERNET, Layer.PREFIX, 2_000 + i % 20, all.get(100 + 7 * i));
        }
        assertThat(together).isCloseTo(1 / 256.0, within(1e-12));
        assertThat(chance(Layer.PREFIX)).isGreaterThan(5 * together);
    }
}
