package org.iolaus.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {
    private static final int[] EDGES = {
        'a', 'b', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5,
        0xff
    };

    @Test
    void firstError_randomBytes_agreesWithDecoder() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 12)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) EDGES[random.nextInt(random.nextBoolean() ? 2 : EDGES.length)];
            }
            assertThat(Utf8Check.firstError(bytes, 0, bytes.length) < 0).isEqualTo(decodes(bytes));
        }
    }

    @Test
    void firstError_randomText_isNone() {
        SplittableRandom random = new SplittableRandom(4);
        String text = random.ints(20_000, 0, 0x110000)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(Utf8Check.firstError(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
