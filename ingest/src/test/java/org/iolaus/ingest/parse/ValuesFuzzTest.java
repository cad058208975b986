package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;

class ValuesFuzzTest {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final ReferenceExchanges REFERENCE = new ReferenceExchanges(Instant.MIN, Instant.MAX);
    private static final int MARGIN = 3;

    /** Each kind of value is read in the middle of digits, which must not be taken for its own. */
    @FuzzTest
    void parse_anyBytes_agreesWithReferences(byte[] value) {
        byte[] line = new byte[value.length + 2 * MARGIN];
        Arrays.fill(line, (byte) '1');
        System.arraycopy(value, 0, line, MARGIN, value.length);
        String text = new String(value, ISO_8859_1);

        assertThat(Times.parse(line, MARGIN, value.length)).isEqualTo(time(text));
        assertThat(Addresses.valid(line, MARGIN, value.length)).isEqualTo(ReferenceAddresses.valid(text));
        if (NUMBER.matcher(text).matches()) {
            assertThat(Decimals.parse(line, MARGIN, value.length)).isEqualTo(Double.parseDouble(text));
        }
    }

    private static long time(String text) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, REFERENCE.time(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Times.INVALID;
        }
    }
}
