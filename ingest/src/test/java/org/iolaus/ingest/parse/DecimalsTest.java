package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void parse_randomNumbers_agreesWithJava() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 20_000; i++) {
            String text = String.valueOf(random.nextLong(1L << random.nextInt(1, 62)));
            text = random.nextBoolean() ? text + "." + random.nextLong(1L << random.nextInt(1, 30)) : text;
            text = random.nextInt(5) == 0 ? "-" + text : text;
            text = random.nextInt(5) == 0 ? text + "e" + random.nextInt(-9, 9) : text;
            assertThat(Decimals.parse(text.getBytes(US_ASCII), 0, text.length()))
                    .isEqualTo(Double.parseDouble(text));
        }
    }
}
