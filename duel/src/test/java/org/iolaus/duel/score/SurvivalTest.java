package org.iolaus.duel.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.iolaus.duel.score.Survival.Watched;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    @Test
    void quantile_nobodySurvives_isThePlainOne() {
        List<Watched> all =
                IntStream.rangeClosed(1, 10).mapToObj(i -> new Watched(i, true)).toList();

        assertThat(Survival.quantile(all, 0.5)).isEqualTo(5);
        assertThat(Survival.quantile(all, 0.9)).isEqualTo(9);
    }

    @Test
    void quantile_survivors_countAsAtRiskUntilTheyLeave() {
        // The textbook sum: 1 - 1/5 at 1, then 1 of 3 left at 3 ends: 0.8 * 2/3 = 0.533, then 1 of 2 at 4: 0.267.
        List<Watched> all = List.of(
                new Watched(1, true),
                new Watched(2, false),
                new Watched(3, true),
                new Watched(4, true),
                new Watched(5, false));

        assertThat(Survival.quantile(all, 0.4)).isEqualTo(3);
        assertThat(Survival.quantile(all, 0.5)).isEqualTo(4);
        assertThat(Survival.quantile(all, 0.9)).isInfinite();
    }

    @Test
    void quantile_nothingWatched_neverComes() {
        assertThat(Survival.quantile(List.of(), 0.5)).isInfinite();
    }
}
