package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Expected values: RFC 5869 written out with Python's {@code hmac} over the same info texts. */
class KeyDerivationTest {
    private static final Secret PROVIDER =
            Secret.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));

    @Test
    void epoch_knownProvider_isTheVector() {
        assertThat(hex(KeyDerivation.epoch(PROVIDER, "atlas", 7).copy()))
                .isEqualTo("0757135df226716e6a885615471c4888dda264841c359c8621f82e00dc85f2d8");
    }

    @Test
    void single_account_isTheVector() {
        assertThat(hex(account("acct-7f3a").copy()))
                .isEqualTo("9c866a59c11db6de24377056f60d1b6974a53a4b17c2673fdeb1450086200b66");
    }

    @Test
    void mark_account_isTheVector() {
        assertThat(hex(KeyDerivation.mark(account("acct-7f3a"), "siphash", 16)))
                .isEqualTo("5db9911dbb60c36af8b6a88b4448a50d");
    }

    @Test
    void single_otherAccountOrKind_isAnotherKey() {
        Secret epoch = KeyDerivation.epoch(PROVIDER, "atlas", 7);
        Secret campaign = KeyDerivation.single(epoch, KeyId.parse("atlas/7/campaign/acct-7f3a"));

        assertThat(account("acct-7f3a").matches(account("acct-7f3b"))).isFalse();
        assertThat(account("acct-7f3a").matches(campaign)).isFalse();
    }

    @Test
    void single_member_isRefused() {
        Secret epoch = KeyDerivation.epoch(PROVIDER, "atlas", 7);

        assertThatThrownBy(() -> KeyDerivation.single(epoch, KeyId.parse("atlas/7/account/a/campaign/c")))
                .hasMessageContaining("must name one key");
    }

    private static Secret account(String id) {
        return KeyDerivation.single(KeyDerivation.epoch(PROVIDER, "atlas", 7), KeyId.parse("atlas/7/account/" + id));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
