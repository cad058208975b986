package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.iolaus.ingest.json.LineRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeParserReferenceTest {
    private static final Instant MIN = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("2027-01-01T00:00:00Z");
    private static final String REJECTED = "rejected";

    private final ExchangeParser parser =
            new ExchangeParser(MIN.getEpochSecond() * 1_000_000, MAX.getEpochSecond() * 1_000_000);
    private final ReferenceExchanges reference = new ReferenceExchanges(MIN, MAX);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void parse_randomLines_agreesWithReference(long seed) {
        ExchangeLines lines = new ExchangeLines(seed);
        int accepted = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] line = lines.next();
            String expected = expected(line);
            assertThat(actual(line)).as(new String(line, UTF_8)).isEqualTo(expected);
            accepted += expected.equals(REJECTED) ? 0 : 1;
        }
        assertThat(accepted).isBetween(800, 3_600);
    }

    @Test
    void parse_deepNesting_agreesWithReference() {
        for (int depth = 120; depth < 135; depth++) {
            byte[] line = ("{\"id\":\"a\",\"time\":\"2026-01-01T00:00:00Z\",\"account_id\":\"b\",\"model\":\"m\","
                            + "\"request\":{\"system\":\"\"},\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                    .getBytes(UTF_8);
            assertThat(actual(line)).isEqualTo(expected(line));
        }
    }

    /** Parses the line in the middle of a larger buffer, as in a block. */
    private String actual(byte[] line) {
        byte[] block = new byte[line.length + 20];
        Arrays.fill(block, (byte) '"');
        System.arraycopy(line, 0, block, 7, line.length);
        try {
            return parser.parse(block, 7, 7 + line.length, "folder").toString();
        } catch (LineRejection e) {
            return REJECTED;
        }
    }

    private String expected(byte[] line) {
        try {
            return reference.parse(line, "folder").toString();
        } catch (RuntimeException e) {
            return REJECTED;
        }
    }
}
