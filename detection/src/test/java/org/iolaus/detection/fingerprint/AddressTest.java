package org.iolaus.detection.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static Address parse(String text) {
        return Objects.requireNonNull(Address.parse(text), text);
    }

    @Test
    void parse_bothSpellingsOfV4_oneAddress() {
        assertThat(parse("::ffff:203.0.113.9")).isEqualTo(parse("203.0.113.9"));
        assertThat(parse("203.0.113.9").isV4()).isTrue();
    }

    @Test
    void prefix_v4_isSlash24() {
        assertThat(parse("203.0.113.9").prefix())
                .isEqualTo(parse("203.0.113.254").prefix());
        assertThat(parse("203.0.113.9").prefix())
                .isNotEqualTo(parse("203.0.114.9").prefix());
    }

    @Test
    void supernet_v4_isSlash16() {
        assertThat(parse("203.0.113.9").supernet())
                .isEqualTo(parse("203.0.7.200").supernet());
        assertThat(parse("203.0.113.9").supernet())
                .isNotEqualTo(parse("203.1.113.9").supernet());
        assertThat(parse("203.0.113.9").supernet())
                .isEqualTo(parse("::ffff:203.0.1.1").supernet());
    }

    @Test
    void supernet_v6_isSlash32() {
        assertThat(parse("2001:db8:7:1::9").supernet())
                .isEqualTo(parse("2001:db8:ffff::1").supernet());
        assertThat(parse("2001:db8::9").supernet())
                .isNotEqualTo(parse("2001:db9::9").supernet());
    }

    @Test
    void prefix_v6_isSlash48() {
        assertThat(parse("2001:db8:7:1::9").prefix())
                .isEqualTo(parse("2001:db8:7:ffff::1").prefix());
        assertThat(parse("2001:db8:7::9").prefix())
                .isNotEqualTo(parse("2001:db8:8::9").prefix());
    }

    @Test
    void parse_randomV6_agreesWithThePlatform() throws UnknownHostException {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 2_000; round++) {
            ByteBuffer bytes = ByteBuffer.allocate(16);
            long high = random.nextLong() & (random.nextBoolean() ? -1L : 0xffffL);
            long low = random.nextLong() & (random.nextBoolean() ? -1L : 0xffff_0000_0000L);
            bytes.putLong(high).putLong(low);
            String text = InetAddress.getByAddress(bytes.array()).getHostAddress();
            String shorter = text.replaceFirst("(^|:)(0:)+0?", "::").replace(":::", "::");
            assertThat(parse(text)).as(text).isEqualTo(new Address(high, low));
            assertThat(parse(shorter)).as(shorter).isEqualTo(new Address(high, low));
        }
    }

    @Test
    void parse_nonsense_isNull() {
        List<String> nonsense =
                List.of("", "1.2.3", "256.1.1.1", "1.2.3.4.5", ":::", "1:2", "1::2::3", "12345::", "g::");
        assertThat(nonsense).allSatisfy(text -> assertThat(Address.parse(text)).isNull());
    }

    @Test
    void parse_randomCharacters_neverFails() {
        SplittableRandom random = new SplittableRandom(3);
        String alphabet = "0123456789abcdf:::..%";
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Address.parse(text.toString());
        }
    }
}
