package org.iolaus.watermark.kgw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;

class GreenListsTest {
    @Test
    void after_theReferencesTokens_isItsGreenList() throws IOException, NoSuchAlgorithmException {
        String[] rows;
        try (InputStream csv = GreenListsTest.class.getResourceAsStream("green-lists.csv")) {
            rows = new String(csv.readAllBytes(), UTF_8).lines().toArray(String[]::new);
        }
        assertThat(rows).hasSize(37);
        for (int i = 1; i < rows.length; i++) {
            String[] row = rows[i].split(",", -1);
            Scheme.Kgw scheme = new Scheme.Kgw(Integer.parseInt(row[0]), Double.parseDouble(row[1]), 2);
            BitSet green = new GreenLists(scheme, Long.parseLong(row[2])).after(Integer.parseInt(row[3]));
            assertThat(green.cardinality()).isEqualTo(Integer.parseInt(row[4])).isEqualTo(scheme.greenTokens());
            assertThat(sha256(green)).as(rows[i]).isEqualTo(row[5]);
            for (String first : row[6].split(" ", -1)) {
                assertThat(green.get(Integer.parseInt(first))).isTrue();
            }
        }
    }

    @Test
    void after_aTokenOutsideTheVocabulary_isRefused() {
        GreenLists lists = new GreenLists(new Scheme.Kgw(100, 0.25, 2), GreenLists.PUBLISHED_KEY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> lists.after(100))
                .withMessage("token is 100, must be below the vocabulary's size 100");
    }

    @Test
    void hashKey_ofASecret_isOddAndFitsAnInt() {
        for (int i = 0; i < 100; i++) {
            long hashKey = GreenLists.hashKey(new MarkKey("key", i, 7));
            assertThat(hashKey).isBetween(1L, (long) Integer.MAX_VALUE);
            assertThat(hashKey & 1).isEqualTo(1);
        }
    }

    private static String sha256(BitSet green) throws NoSuchAlgorithmException {
        ByteBuffer bytes =
                ByteBuffer.allocate(green.cardinality() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        green.stream().forEach(bytes::putInt);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
