package org.iolaus.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.junit.jupiter.api.Test;

class SchemeTest {
    @Test
    void greenTokens_ofAShare_isTheWholeNumberBelow() {
        assertThat(new Scheme.Kgw(50_257, 0.25, 2).greenTokens()).isEqualTo(12_564);
    }

    @Test
    void kgw_withoutAGreenToken_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scheme.Kgw(10, 0.05, 2))
                .withMessage("greenShare is 0.05, must leave a token of 10 green");
    }

    @Test
    void kgw_ofANegativeBias_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scheme.Kgw(10, 0.5, -1))
                .withMessage("bias is -1.0, must be finite and not negative");
    }

    @Test
    void synthId_ofMoreLayersThanAHashHasBits_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scheme.SynthId(new ContextWindow(4), 63, Hash.SIP))
                .withMessage("layers is 63, must be from 1 to 62");
    }
}
