package org.iolaus.watermark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedBitTailTest {
    @Test
    void atLeast_ofTwoTokens_countsTheSixteenCases() {
        WeightedBitTail tail = new WeightedBitTail(2, new int[] {1, 3});

        for (int sum = 0; sum <= 8; sum++) {
            assertThat(tail.atLeast(sum).chance()).isCloseTo(slow(sum) / 16.0, within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "100, 3", "1500, 2"})
    void atLeast_ofEqualWeights_isBinomial(int tokens, int weight) {
        WeightedBitTail tail = new WeightedBitTail(tokens, new int[] {weight, weight, weight});

        for (int hits = 0; hits <= 3 * tokens; hits++) {
            double ln = BinomialTail.atLeast(3 * tokens, 0.5, hits).ln();
            double found = tail.atLeast((long) weight * hits).ln();
            assertThat(found).isBetween(ln - 1e-9, ln > -60 ? ln + 1e-7 : 0.9 * ln + 4);
        }
    }

    @Test
    void atLeast_ofRandomWeights_agreesWithTheWholeLattice() {
        int[] weights = {10, 7, 4, 1};
        WeightedBitTail tail = new WeightedBitTail(200, weights);
        double[] law = {1};
        for (int weight : weights) {
            for (int token = 0; token < 200; token++) {
                double[] next = new double[law.length + weight];
                for (int i = 0; i < law.length; i++) {
                    next[i] += law[i] / 2;
                    next[i + weight] += law[i] / 2;
                }
                law = next;
            }
        }
        double sum = 0;
        for (int i = law.length - 1; i >= 0; i--) {
            sum += law[i];
            if (sum > 1e-30) {
                assertThat(tail.atLeast(i).ln()).isCloseTo(Math.log(sum), within(1e-7));
            }
        }
    }

    @Test
    void atLeast_ofManyTokens_boundsTheExactTailFromAbove() {
        int tokens = WeightedBitTail.MAX_EXACT_TOKENS + 1;
        WeightedBitTail tail = new WeightedBitTail(tokens, new int[] {1, 1});

        for (int hits = 0; hits <= 2 * tokens; hits++) {
            double ln = BinomialTail.atLeast(2 * tokens, 0.5, hits).ln();
            assertThat(tail.atLeast(hits).ln())
                    .isGreaterThanOrEqualTo(ln - 1e-9)
                    .isLessThanOrEqualTo(ln * 0.9 + 4);
        }
    }

    @Test
    void weightedBitTail_withoutWeight_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedBitTail(5, new int[] {2, 0}));
    }

    /** Counts the sixteen settings of two tokens' bits with weights 1 and 3. */
    private static long slow(int sum) {
        return IntStream.range(0, 16)
                .filter(bits -> (bits & 1) + (bits >> 1 & 1) + 3 * (bits >> 2 & 1) + 3 * (bits >> 3) >= sum)
                .count();
    }
}
