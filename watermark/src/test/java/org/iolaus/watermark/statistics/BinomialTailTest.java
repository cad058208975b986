package org.iolaus.watermark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinomialTailTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.9})
    void atLeast_ofEveryCount_agreesWithTheLibrary(double chance) {
        BinomialDistribution library = BinomialDistribution.of(300, chance);
        for (int hits = 1; hits <= 300; hits++) {
            double expected = library.survivalProbability(hits - 1);
            assertThat(BinomialTail.atLeast(300, chance, hits).chance())
                    .isCloseTo(expected, within(1e-9 * expected + 1e-300));
        }
    }

    @Test
    void atLeast_allOfThem_isThePower() {
        assertThat(BinomialTail.atLeast(6_000, 0.25, 6_000).ln()).isCloseTo(6_000 * Math.log(0.25), within(1e-8));
    }

    @Test
    void atLeast_none_isCertain() {
        assertThat(BinomialTail.atLeast(10, 0.5, 0)).isEqualTo(PValue.ONE);
    }

    @Test
    void atLeast_moreThanAll_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTail.atLeast(10, 0.5, 11))
                .withMessage("hits is 11, must be from 0 to 10");
    }
}
