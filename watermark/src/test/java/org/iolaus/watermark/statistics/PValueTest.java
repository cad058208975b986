package org.iolaus.watermark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PValueTest {
    @Test
    void pValue_farBelowTheSmallestDouble_isStillANumber() {
        PValue pValue = new PValue(-412 * Math.log(10) + Math.log(3.2));

        assertThat(pValue).hasToString("3.2e-412");
        assertThat(pValue.chance()).isZero();
        assertThat(pValue.log10()).isCloseTo(-411.49, within(0.01));
    }

    @Test
    void toString_justBelowAPowerOfTen_keepsOneDigitBeforeThePoint() {
        assertThat(PValue.of(9.97e-6)).hasToString("1.0e-5");
        assertThat(PValue.of(9.94e-6)).hasToString("9.9e-6");
        assertThat(PValue.ONE).hasToString("1.0e+0");
    }

    @Test
    void amongst_manyTests_multipliesUpToOne() {
        assertThat(PValue.of(1e-9).amongst(24_000).chance()).isCloseTo(2.4e-5, within(1e-12));
        assertThat(PValue.of(0.5).amongst(3)).isEqualTo(PValue.ONE);
    }

    @Test
    void isAtMost_theChanceItself_holds() {
        assertThat(PValue.of(1e-6).isAtMost(1e-6)).isTrue();
        assertThat(PValue.of(1.1e-6).isAtMost(1e-6)).isFalse();
    }

    @Test
    void pValue_aboveOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PValue.of(1.5))
                .withMessage("chance is 1.5, must be from 0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new PValue(Double.NaN));
    }
}
