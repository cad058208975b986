package org.iolaus.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ContextWindowTest {
    private static final int[] TOKENS = {5, 6, 7, 5, 6, 7, 6, 5};

    @Test
    void fold_ofEqualWindows_isEqual() {
        ContextWindow window = new ContextWindow(2);

        assertThat(window.fold(TOKENS, 5)).isEqualTo(window.fold(TOKENS, 2));
        assertThat(window.fold(TOKENS, 3)).isNotEqualTo(window.fold(TOKENS, 8));
    }

    @Test
    void fold_ofTheSameTokensInTwoWidths_differs() {
        assertThat(new ContextWindow(1).fold(TOKENS, 5)).isNotEqualTo(new ContextWindow(2).fold(TOKENS, 5));
    }

    @Test
    void contextWindow_ofNoTokens_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextWindow(0))
                .withMessage("width is 0, must be from 1 to 16");
    }
}
