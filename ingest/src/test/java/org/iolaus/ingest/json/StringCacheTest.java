package org.iolaus.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StringCacheTest {
    private final StringCache cache = new StringCache();

    private String get(String value) {
        byte[] bytes = ("<" + value + ">").getBytes(UTF_8);
        return cache.get(bytes, 1, bytes.length - 2);
    }

    @Test
    void get_sameBytesAgain_isTheSameString() {
        for (String value : new String[] {"a", "acct-65fddbe25c9ca3db", "é".repeat(40), "x".repeat(256)}) {
            assertThat(get(value)).isEqualTo(value).isSameAs(get(value));
        }
    }

    @Test
    void get_empty_isEmpty() {
        assertThat(get("")).isEmpty();
        assertThat(get("")).isEmpty();
    }

    @Test
    void get_zeros_isNotTheEmptySlot() {
        assertThat(get("\0\0")).isEqualTo("\0\0");
        assertThat(get("\0")).isEqualTo("\0");
        assertThat(get("\0\0")).isEqualTo("\0\0");
    }

    @Test
    void get_anyLengthWithOneByteChanged_tellsThemApart() {
        for (int length = 1; length <= 120; length++) {
            String value = "v".repeat(length);
            assertThat(get(value)).isEqualTo(value);
            for (int at = 0; at < length; at++) {
                String other = value.substring(0, at) + "w" + value.substring(at + 1);
                assertThat(get(other)).isEqualTo(other);
                assertThat(get(value)).isEqualTo(value);
            }
        }
    }

    @Test
    void get_moreStringsThanSlots_isAlwaysWhatWasAskedFor() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200_000; i++) {
            String value = "account-" + random.nextInt(50_000);
            assertThat(get(value)).isEqualTo(value);
        }
    }
}
