package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;

class EngineConfigTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyRing ring = KeyRing.generate("atlas", new SecureRandom())
            .rotate(new MarkSettings(new Scheme.Gumbel(new ContextWindow(3)), "bpe"), JANUARY, JANUARY)
            .rotate(
                    new MarkSettings(new Scheme.SynthId(new ContextWindow(4), 30, Scheme.SynthId.Hash.SIP), "bpe"),
                    JANUARY.plusSeconds(1),
                    JANUARY);

    @Test
    void json_member_holdsBothKeysAndTheWindow() {
        StrictObject json = StrictObject.parse(
                "config",
                EngineConfig.of(ring, KeyId.parse("atlas/1/account/a/campaign/c"))
                        .json());

        assertThat(json.string("account_key")).isEqualTo(hex("atlas/1/account/a"));
        assertThat(json.string("campaign_key")).isEqualTo(hex("atlas/1/campaign/c"));
        assertThat(json.integer("window")).isEqualTo(3);
    }

    @Test
    void json_account_holdsItsKeyAlone() {
        StrictObject json = StrictObject.parse(
                "config",
                EngineConfig.of(ring, KeyId.parse("atlas/1/account/a")).json());

        assertThat(json.has("account_key")).isTrue();
        assertThat(json.has("campaign_key")).isFalse();
    }

    @Test
    void of_epochOfAnotherScheme_isRefused() {
        assertThatThrownBy(() -> EngineConfig.of(ring, KeyId.parse("atlas/2/account/a")))
                .hasMessage("key id atlas/2/account/a must be of an epoch with scheme gumbel");
    }

    @Test
    void toString_config_showsNoKey() {
        assertThat(EngineConfig.of(ring, KeyId.parse("atlas/1/account/a")))
                .hasToString("engine configuration of atlas/1/account/a");
    }

    private String hex(String id) {
        MarkKey key = ring.markKey(KeyId.parse(id));
        return HexFormat.of().formatHex(key.secret());
    }
}
