package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void parse_randomTimes_agreesWithJavaTime() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-62_167_132_800_000_000L, 253_402_214_400_000_000L);
            OffsetDateTime time = Instant.EPOCH
                    .plus(micros, ChronoUnit.MICROS)
                    .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-1_000, 1_000) * 60));
            String text = time.toString();
            String full =
                    text.matches(".*T\\d\\d:\\d\\d(Z|[+-].*)") ? text.replaceFirst("(T\\d\\d:\\d\\d)", "$1:00") : text;
            assertThat(parse(full)).as(full).isEqualTo(micros);
        }
    }

    private static long parse(String text) {
        return Times.parse(text.getBytes(US_ASCII), 0, text.length());
    }
}
