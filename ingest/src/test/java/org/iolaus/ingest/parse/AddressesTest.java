package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final String[] PIECES = {
        "0", "1", "255", "256", "01", "ffff", "1234a", ".", ".", ":", ":", "::", "1.2.3.4"
    };

    @Test
    void valid_randomPieces_agreesWithGrammar() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            int count = 1 + random.nextInt(17);
            for (int k = 0; k < count; k++) {
                boolean separator = k % 2 == 1 && random.nextInt(10) > 0;
                text.append(separator ? (random.nextInt(8) == 0 ? "::" : ":") : PIECES[random.nextInt(PIECES.length)]);
            }
            byte[] bytes = text.toString().getBytes(US_ASCII);
            assertThat(Addresses.valid(bytes, 0, bytes.length))
                    .as(text.toString())
                    .isEqualTo(ReferenceAddresses.valid(text.toString()));
        }
    }
}
