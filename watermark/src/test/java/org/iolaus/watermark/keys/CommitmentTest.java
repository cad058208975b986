package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");
    private static final Secret KEY =
            Secret.of(HexFormat.of().parseHex("0757135df226716e6a885615471c4888dda264841c359c8621f82e00dc85f2d8"));

    /** Expected value: Python's {@code hashlib.sha256} of {@code json.dumps} with sorted keys and no spaces. */
    @Test
    void to_knownKey_isTheVector() {
        assertThat(Commitment.to("atlas/7", KEY, TIME).digest())
                .isEqualTo("b83d417f243a697e181ccdd09bfd66b5c6c5090f39edc86ad3dd9c5b3e9b835c");
    }

    @Test
    void opens_keyIdAndTime_mustAllBeThose() {
        Commitment made = Commitment.to("atlas/7", KEY, TIME);

        assertThat(made.opens(KEY)).isTrue();
        assertThat(made.opens(Secret.of(new byte[32]))).isFalse();
        assertThat(new Commitment("atlas/8", TIME, made.digest()).opens(KEY)).isFalse();
        assertThat(new Commitment("atlas/7", TIME.plusSeconds(1), made.digest()).opens(KEY))
                .isFalse();
    }

    @Test
    void parse_whatJsonWrites_comesBack() {
        Commitment made = Commitment.to("atlas/7", KEY, TIME);

        assertThat(Commitment.parse(made.json())).isEqualTo(made);
        assertThat(made.json()).doesNotContain(HexFormat.of().formatHex(KEY.copy()));
    }

    @Test
    void parse_anythingElse_namesFieldAndRule() {
        String good = Commitment.to("atlas/7", KEY, TIME).json();

        assertThatThrownBy(() -> Commitment.parse(good.replace("\"version\":1", "\"version\":2")))
                .hasMessage("commitment.version \"2\" must be 1");
        assertThatThrownBy(() -> Commitment.parse(good.replace("\"committed\"", "\"made\"")))
                .hasMessage("commitment.committed is missing");
        assertThatThrownBy(() -> Commitment.parse(good.replace("{", "{\"note\":\"x\",")))
                .hasMessageStartingWith("commitment.note is unknown here");
        assertThatThrownBy(() -> Commitment.parse(good.replace("{", "{\"version\":1,")))
                .hasMessageStartingWith(
                        "commitment must be JSON without repeated fields, but is not from line 1 column ");
        assertThatThrownBy(() -> Commitment.parse(good + "{}")).hasMessage("commitment must be one JSON object");
        assertThatThrownBy(() -> Commitment.parse(good.replace("2026-01-31T00:00:00Z", "yesterday")))
                .hasMessageContaining("commitment.committed \"yesterday\" must be a time in RFC 3339");
    }
}
