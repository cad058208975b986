package org.iolaus.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds the function against the vectors of its authors' reference: key 00 01 … 0f, message 00 01 …. */
class SipHashTest {
    private static final long LOW = 0x0706050403020100L;
    private static final long HIGH = 0x0f0e0d0c0b0a0908L;

    @Test
    void hash_ofOneWord_isTheReferenceOfEightBytes() {
        assertThat(SipHash.hash(LOW, HIGH, 0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void hash_ofTwoWords_isTheReferenceOfSixteenBytes() {
        assertThat(SipHash.hash(LOW, HIGH, 0x0706050403020100L, 0x0f0e0d0c0b0a0908L))
                .isEqualTo(0x3f2acc7f57c29bdbL);
    }

    @Test
    void hash_underAKey_isThatUnderItsTwoWords() {
        MarkKey key = new MarkKey("key", LOW, HIGH);

        assertThat(SipHash.hash(key, 7)).isEqualTo(SipHash.hash(LOW, HIGH, 7));
    }
}
