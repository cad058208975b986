package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;

class TransformersConfigTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyRing ring = KeyRing.generate("atlas", new SecureRandom())
            .rotate(new MarkSettings(Scheme.Gumbel.STANDARD, "bpe"), JANUARY, JANUARY);

    @Test
    void json_key_hasTheConstructorsArguments() {
        StrictObject json = StrictObject.parse("config", config("a").json());

        assertThat(json.integer("ngram_len")).isEqualTo(5);
        assertThat(json.integer("context_history_size")).isEqualTo(1024);
        assertThat(json.integer("sampling_table_size")).isEqualTo(65536);
        assertThat(json.has("keys")).isTrue();
        assertThat(json.has("sampling_table_seed")).isTrue();
    }

    @Test
    void of_keys_areExactInJsonAndDiffer() {
        TransformersConfig config = config("a");

        assertThat(config.keys()).hasSize(30).doesNotHaveDuplicates().allMatch(key -> key >= 0 && key < 1L << 52);
        assertThat(config.tableSeed()).isBetween(0L, (1L << 32) - 1);
        assertThat(config("a")).isEqualTo(config);
        assertThat(config("b").keys()).doesNotContainAnyElementsOf(config.keys());
    }

    @Test
    void toString_config_showsNoKey() {
        assertThat(config("a")).hasToString("SynthIDTextWatermarkingConfig with 30 keys");
    }

    private TransformersConfig config(String account) {
        return TransformersConfig.of(ring, KeyId.parse("atlas/1/account/" + account), 30);
    }
}
