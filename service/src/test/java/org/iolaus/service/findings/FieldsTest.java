package org.iolaus.service.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void put_absentValues_stayOut() {
        assertThat(new Fields()
                        .put("a", null)
                        .count("b", -1)
                        .time("c", -1)
                        .share("d", Double.NaN)
                        .bits("e", Double.POSITIVE_INFINITY)
                        .asMap())
                .isEmpty();
    }

    @Test
    void share_numbers_arePlainAndRounded() {
        assertThat(JsonText.line(new Fields()
                        .share("a", 1e-9)
                        .share("b", 1)
                        .share("c", 0.12345678)
                        .bits("d", 1e7)
                        .bits("e", -0.04)
                        .asMap()))
                .isEqualTo("{\"a\":0.0,\"b\":1.0,\"c\":0.123457,\"d\":10000000.0,\"e\":0.0}");
    }

    @Test
    void shares_equalShares_areSortedByName() {
        assertThat(JsonText.line(new Fields()
                        .shares("x", Map.of("b", 0.2, "a", 0.2, "c", 0.6))
                        .asMap()))
                .isEqualTo("{\"x\":{\"c\":0.6,\"a\":0.2,\"b\":0.2}}");
    }

    @Test
    void time_micros_areRfc3339() {
        assertThat(Fields.time(1_771_840_800_123_456L)).isEqualTo("2026-02-23T10:00:00.123456Z");
        assertThat(Fields.time(1_771_840_800_000_000L)).isEqualTo("2026-02-23T10:00:00Z");
    }
}
