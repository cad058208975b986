package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void toString_anySecret_showsNoByte() {
        assertThat(Secret.of(new byte[32])).hasToString("secret of 32 bytes");
    }

    @Test
    void of_arrayChangedAfterwards_isUnchanged() {
        byte[] bytes = new byte[32];
        Secret secret = Secret.of(bytes);
        bytes[0] = 1;
        secret.copy()[1] = 1;

        assertThat(secret.copy()).containsOnly(0);
    }

    @Test
    void of_wrongLength_namesLengthAndRule() {
        assertThatThrownBy(() -> Secret.of(new byte[16])).hasMessage("key material of 16 bytes must have 32");
    }

    @Test
    void matches_oneBitOff_isFalse() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(Secret.of(new byte[32]).matches(Secret.of(new byte[32]))).isTrue();
        assertThat(Secret.of(new byte[32]).matches(Secret.of(other))).isFalse();
    }
}
