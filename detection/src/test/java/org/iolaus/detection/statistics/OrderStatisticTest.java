package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticTest {
    @ParameterizedTest
    @CsvSource({"9998, 0", "9999, 0", "19998, 0", "19999, 1", "29999, 2"})
    void of_size_allowsWhatKeepsTheRate(long size, long allowed) {
        OrderStatistic rank = OrderStatistic.of(size, 1e-4);

        assertThat(rank.allowed()).isEqualTo(allowed);
        assertThat(rank.rate() <= 1e-4).isEqualTo(size >= OrderStatistic.needed(1e-4));
    }

    @Test
    void needed_target_isOneLessThanItsInverse() {
        assertThat(OrderStatistic.needed(1e-4)).isEqualTo(9_999);
        assertThat(OrderStatistic.needed(0.3)).isEqualTo(3);
    }

    @Test
    void upper_noneAllowed_isTheRuleOfThree() {
        assertThat(new OrderStatistic(3_000, 0).upper(0.05))
                .isCloseTo(1 - Math.pow(0.05, 1 / 3_000.0), within(1e-12))
                .isCloseTo(3.0 / 3_000, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "20, 3", "60, 7", "60, 59"})
    void upper_anyCount_isWhereTheExactTailIsTheError(int size, int allowed) {
        double upper = new OrderStatistic(size, allowed).upper(0.05);

        assertThat(exactTail(size, allowed, upper)).isCloseTo(0.05, within(1e-9));
    }

    /** P(K ≤ allowed), term by term in decimal arithmetic. */
    private static double exactTail(int size, int allowed, double rate) {
        BigDecimal p = BigDecimal.valueOf(rate);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal choose = BigDecimal.ONE;
        for (int i = 0; i <= allowed; i++) {
            sum = sum.add(choose.multiply(p.pow(i), MathContext.DECIMAL128)
                    .multiply(q.pow(size - i), MathContext.DECIMAL128));
            choose = choose.multiply(BigDecimal.valueOf(size - i))
                    .divide(BigDecimal.valueOf(i + 1), MathContext.DECIMAL128);
        }
        return sum.doubleValue();
    }

    @Test
    void upper_allAllowed_saysNothing() {
        assertThat(new OrderStatistic(5, 5).upper(0.05)).isEqualTo(1);
        assertThat(new OrderStatistic(0, 0).upper(0.05)).isEqualTo(1);
    }

    @Test
    void rate_furtherScores_holdsForAHeavyTail() {
        SplittableRandom random = new SplittableRandom(5);
        OrderStatistic rank = OrderStatistic.of(99, 0.05);
        int trials = 4_000;
        int exceeding = 0;
        for (int i = 0; i < trials; i++) {
            double[] scores = random.doubles(99).map(u -> 1 / u).sorted().toArray();
            double threshold = scores[scores.length - 1 - (int) rank.allowed()];
            exceeding += 1 / random.nextDouble() > threshold ? 1 : 0;
        }

        assertThat(rank.rate()).isEqualTo(0.05);
        assertThat(exceeding / (double) trials).isCloseTo(0.05, within(0.012));
        assertThat(rank.allowed()).isEqualTo(4);
    }

    @Test
    void orderStatistic_moreAllowedThanThereAre_isRefused() {
        assertThatThrownBy(() -> new OrderStatistic(3, 4))
                .hasMessage("allowed 4 must be between 0 and size, which is 3");
    }
}
