package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PopularityTest {
    /** Chernoff's bound for a Poisson count, in nats. */
    private static double poisson(double count, double mean) {
        return count * Math.log(count / mean) - count + mean;
    }

    @Test
    void nats_manyHolders_areNearlyPoissons() {
        Popularity popularity = new Popularity(0.1, 10_000);
        assertThat(popularity.nats(12, 40)).isCloseTo(poisson(12, 4), within(0.01));
    }

    @Test
    void nats_fewerHolders_areFewer() {
        double before = 0;
        for (int holders = 0; holders < 50; holders++) {
            double nats = new Popularity(0.01, holders).nats(8, 100);
            assertThat(nats).isGreaterThan(before);
            before = nats;
        }
        assertThat(before).isLessThan(poisson(8, 1));
    }

    @Test
    void nats_noMoreThanExpected_areNone() {
        assertThat(new Popularity(0.1, 3).nats(4, 40)).isZero();
        assertThat(new Popularity(0.1, 3).nats(0, 0)).isZero();
    }

    @Test
    void where_usedMoreOften_isMorePopularAndNeverLess() {
        Popularity popularity = new Popularity(0.01, 3);

        assertThat(popularity.where(5)).isEqualTo(new Popularity(0.05, 3));
        assertThat(popularity.where(0.2)).isEqualTo(popularity);
        assertThat(popularity.where(500).share()).isEqualTo(1);
    }

    @Test
    void popularity_impossible_isRefused() {
        assertThatThrownBy(() -> new Popularity(0, 1)).hasMessageContaining("share 0.0 must be above 0");
        assertThatThrownBy(() -> new Popularity(0.1, -1)).hasMessageContaining("holders -1.0 must not be negative");
    }
}
