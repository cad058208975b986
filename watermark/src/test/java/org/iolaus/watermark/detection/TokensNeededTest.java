package org.iolaus.watermark.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TokensNeededTest {
    static final Scheme[] SCHEMES = {
        Scheme.Gumbel.STANDARD, new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP), new Scheme.Kgw(128_000, 0.25, 2)
    };

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void of_lessEntropyOrLessError_isMore(Scheme scheme) {
        int needed = TokensNeeded.of(scheme, 1e-6, 1);

        assertThat(needed).isBetween(100, 1_000);
        assertThat(TokensNeeded.of(scheme, 1e-6, 0.5)).isGreaterThan(2 * needed);
        assertThat(TokensNeeded.of(scheme, 1e-12, 1)).isGreaterThan(needed);
        assertThat(TokensNeeded.of(scheme, 1e-6, 1)).isEqualTo(needed);
    }

    @Test
    void of_hardlyAnyEntropy_isBounded() {
        assertThat(TokensNeeded.of(Scheme.Gumbel.STANDARD, 1e-6, 0.001))
                .isGreaterThan(20_000)
                .isLessThanOrEqualTo(TokensNeeded.MAX_TOKENS);
    }

    @Test
    void of_noError_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokensNeeded.of(Scheme.Gumbel.STANDARD, 0, 1))
                .withMessage("error is 0.0, must be between 0 and 1");
    }
}
