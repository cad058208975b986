package org.iolaus.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MarkKeyTest {
    private static final byte[] SECRET = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    @Test
    void of_bytes_readsThemAsLittleEndianWords() {
        MarkKey key = MarkKey.of("key", SECRET);

        assertThat(key.low()).isEqualTo(0x0706050403020100L);
        assertThat(key.high()).isEqualTo(0x0f0e0d0c0b0a0908L);
        assertThat(key.secret()).isEqualTo(SECRET);
    }

    @Test
    void of_aWrongLength_saysWhatItMustBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkKey.of("key", new byte[15]))
                .withMessage("secret of key key has 15 bytes, must have 16");
    }

    @Test
    void toString_ofAKey_hidesTheSecret() {
        assertThat(MarkKey.of("account-7", SECRET)).hasToString("MarkKey[account-7]");
    }
}
