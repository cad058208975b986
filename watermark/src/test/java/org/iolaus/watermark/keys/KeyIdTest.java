package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "atlas/7/account/acct-7f3a",
                "atlas/1/campaign/cmp-2026-02-0001",
                "atlas/12/account/acct-7f3a/campaign/cmp-2026-02-0001",
                "a%2Fb/1/account/%E4%BD%A0%20%25"
            })
    void parse_whatToStringWrites_comesBack(String text) {
        assertThat(KeyId.parse(text)).hasToString(text);
    }

    @Test
    void parse_member_resolvesToAccountAndCampaign() {
        KeyOwner owner = KeyId.parse("atlas/7/account/a%2F1/campaign/c").owner();

        assertThat(owner.accountId()).contains("a/1");
        assertThat(owner.campaignId()).contains("c");
    }

    @Test
    void parse_anyNames_comeBack() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            KeyOwner owner = random.nextBoolean()
                    ? new KeyOwner.Member(name(random), name(random))
                    : new KeyOwner.Account(name(random));
            KeyId id = new KeyId(name(random), 1 + random.nextInt(1000), owner);

            assertThat(KeyId.parse(id.toString())).isEqualTo(id);
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("x");
        for (int length = random.nextInt(8); length > 0; length--) {
            name.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x80 : 0xd800));
        }
        return name.toString();
    }

    @Test
    void single_member_isTwoKeysThatOthersShare() {
        assertThat(KeyId.parse("atlas/7/account/a/campaign/c").single())
                .containsExactly(KeyId.parse("atlas/7/account/a"), KeyId.parse("atlas/7/campaign/c"));
    }

    @Test
    void toString_idsThatLookLikePaths_stayApart() {
        KeyId member = new KeyId("p", 1, new KeyOwner.Member("a", "c"));
        KeyId sly = new KeyId("p", 1, new KeyOwner.Account("a/campaign/c"));

        assertThat(sly.toString()).isNotEqualTo(member.toString());
    }

    @Test
    void toString_halfOfASurrogatePair_isRefused() {
        KeyId half = new KeyId("p", 1, new KeyOwner.Account("a\ud800"));

        assertThatThrownBy(half::toString).hasMessageContaining("must be Unicode text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "atlas",
                "atlas/7/account",
                "atlas/x/account/a",
                "atlas/07/account/a",
                "atlas/7/user/a",
                "atlas/7/account/a/account/b",
                "atlas/7/account/%61",
                "atlas/7/account/%e4%bd%a0",
                "atlas/7/account/%4",
                "atlas/7/account/%zz",
                "atlas/7/account/%FF",
                "atlas/0/account/a",
                "atlas/7/account/"
            })
    void parse_otherText_isRefused(String text) {
        assertThatThrownBy(() -> KeyId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }
}
