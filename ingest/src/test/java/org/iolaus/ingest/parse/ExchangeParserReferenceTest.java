package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines made from a seed, most of them nearly valid, which bytes changed at random hardly ever are. */
class ExchangeParserReferenceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void parse_randomLines_agreesWithReference(long seed) {
        ExchangeLines lines = new ExchangeLines(seed);
        int accepted = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] line = lines.next();
            accepted += Agreement.onExchange(line) ? 1 : 0;
        }
        assertThat(accepted).isBetween(800, 3_600);
    }

    @Test
    void parse_deepNesting_agreesWithReference() {
        for (int depth = 120; depth < 135; depth++) {
            String line = "{\"id\":\"a\",\"time\":\"2026-01-01T00:00:00Z\",\"account_id\":\"b\",\"model\":\"m\","
                    + "\"request\":{\"system\":\"\"},\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            Agreement.onExchange(line.getBytes(UTF_8));
        }
    }
}
