package org.iolaus.watermark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaTailTest {
    private static final MathContext DIGITS = new MathContext(60);

    @ParameterizedTest
    @CsvSource({"1, 13.8", "2, 0.001", "50, 20", "50, 50", "50, 120", "200, 180", "200, 300", "400, 2500", "1000, 9000"
    })
    void atLeast_againstSixtyDigits_agrees(int scores, double sum) {
        assertThat(GammaTail.atLeast(scores, sum).ln()).isCloseTo(slow(scores, sum), within(1e-10));
    }

    @Test
    void atLeast_ofRandomArguments_agreesWithTheLibrary() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            int scores = 1 + random.nextInt(3_000);
            double sum = scores * random.nextDouble(0.8, 1.3);
            double expected = GammaDistribution.of(scores, 1).survivalProbability(sum);
            assertThat(GammaTail.atLeast(scores, sum).chance()).isCloseTo(expected, within(1e-10 * expected + 1e-300));
        }
    }

    @Test
    void atLeast_farOut_isFiniteInLogarithms() {
        assertThat(GammaTail.atLeast(10_000, 100_000).log10()).isBetween(-30_000.0, -29_000.0);
    }

    @Test
    void atLeast_ofNothing_isCertain() {
        assertThat(GammaTail.atLeast(0, 0)).isEqualTo(PValue.ONE);
        assertThat(GammaTail.atLeast(3, 0)).isEqualTo(PValue.ONE);
    }

    @Test
    void atLeast_ofANegativeSum_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GammaTail.atLeast(3, -1));
    }

    /** The finite sum e^−x Σ x^k / k! in sixty digits. */
    private static double slow(int scores, double sum) {
        BigDecimal mean = BigDecimal.valueOf(sum);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal total = BigDecimal.ONE;
        for (int k = 1; k < scores; k++) {
            term = term.multiply(mean, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            total = total.add(term, DIGITS);
        }
        int shift = total.precision() - total.scale();
        return Math.log(total.scaleByPowerOfTen(-shift).doubleValue()) + shift * Math.log(10) - sum;
    }
}
