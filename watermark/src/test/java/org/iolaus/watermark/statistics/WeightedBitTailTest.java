package org.iolaus.watermark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedBitTailTest {
    @Test
    void atLeast_ofTwoTokens_countsTheSixteenCases() {
        WeightedBitTail tail = new WeightedBitTail(2, new int[] {1, 3});

        for (int sum = 0; sum <= 8; sum++) {
            assertThat(tail.atLeast(sum).chance()).isCloseTo(slow(sum) / 16.0, within(1e-15));
        }
    }

    @Test
    void atLeast_ofEqualWeights_isBinomial() {
        WeightedBitTail tail = new WeightedBitTail(100, new int[] {1, 1, 1});

        for (int hits = 0; hits <= 300; hits++) {
            double ln = BinomialTail.atLeast(300, 0.5, hits).ln();
            assertThat(tail.atLeast(hits).ln()).isCloseTo(ln, within(1e-9));
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
