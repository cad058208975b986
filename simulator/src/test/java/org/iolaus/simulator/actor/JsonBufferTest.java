package org.iolaus.simulator.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.iolaus.simulator.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBufferTest {
    private final JsonBuffer out = new JsonBuffer();

    private String text() {
        return new String(out.bytes(), 0, out.size(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, 999_999_999_999L, Long.MAX_VALUE, -3})
    void raw_number_isItsDigits(long number) {
        out.raw(number);
        assertThat(text()).isEqualTo(Long.toString(number));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0xf, 0x10, 0xabcdef, Long.MAX_VALUE, -1})
    void hex_number_isItsDigits(long number) {
        out.hex(number);
        assertThat(text()).isEqualTo(Long.toHexString(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-02T00:00:00.000001Z", "2026-02-28T23:59:59.999999Z", "2024-02-29T12:05:09.120000Z"})
    void time_ofAnyDay_isRfc3339(String time) {
        out.time(0);
        out.clear();
        out.time(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time)));
        assertThat(text()).isEqualTo(time);
    }

    @Test
    void quotedLines_linesWithEscapes_areAnArraysElements() {
        out.quotedLines(new Text().append("one\ntw\"o\\n\nthree"));
        assertThat(text()).isEqualTo("\"one\",\"tw\\\"o\\\\n\",\"three\"");
    }
}
