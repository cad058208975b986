package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final MarkSettings WORDS = new MarkSettings(Scheme.Gumbel.STANDARD, MarkSettings.WORDS);

    private final KeyRing ring = KeyRing.generate("atlas", new SecureRandom())
            .rotate(WORDS, JANUARY, JANUARY)
            .rotate(WORDS, FEBRUARY, JANUARY);

    @Test
    void at_times_areTheEpochsInForce() {
        assertThat(ring.schedule().at(JANUARY.minusNanos(1))).isEmpty();
        assertThat(ring.schedule().at(JANUARY)).map(Epoch::number).contains(1);
        assertThat(ring.schedule().at(FEBRUARY.minusNanos(1)))
                .map(Epoch::number)
                .contains(1);
        assertThat(ring.schedule().at(FEBRUARY)).map(Epoch::number).contains(2);
    }

    @Test
    void markKey_otherEpochAccountOrRing_isAnotherKey() {
        KeyId id = KeyId.parse("atlas/1/account/a");
        KeyRing other = KeyRing.generate("atlas", new SecureRandom()).rotate(WORDS, JANUARY, JANUARY);

        assertThat(ring.markKey(id)).isEqualTo(ring.markKey(id));
        assertThat(ring.markKey(id).secret())
                .isNotEqualTo(ring.markKey(KeyId.parse("atlas/2/account/a")).secret())
                .isNotEqualTo(ring.markKey(KeyId.parse("atlas/1/account/b")).secret())
                .isNotEqualTo(ring.markKey(KeyId.parse("atlas/1/campaign/a")).secret())
                .isNotEqualTo(other.markKey(id).secret());
    }

    @Test
    void markKey_ofNoEpochOrOtherProvider_isRefused() {
        assertThatThrownBy(() -> ring.markKey(KeyId.parse("atlas/3/account/a")))
                .hasMessage("key id atlas/3/account/a is out of epoch: the key ring holds epochs 1 to 2");
        assertThatThrownBy(() -> ring.markKey(KeyId.parse("hermes/1/account/a")))
                .hasMessage("key id hermes/1/account/a must be of provider atlas");
    }

    @Test
    void rotate_beforeNowOrBeforeTheLast_isRefused() {
        assertThatThrownBy(() -> ring.rotate(WORDS, FEBRUARY.plusSeconds(1), FEBRUARY.plusSeconds(2)))
                .hasMessageContaining("must not begin before its commitment");
        assertThatThrownBy(() -> ring.rotate(WORDS, FEBRUARY, JANUARY)).hasMessageContaining("must begin after");
    }

    @Test
    void opens_commitments_ofThisRingOnly() {
        KeyRing other = KeyRing.generate("atlas", new SecureRandom()).rotate(WORDS, JANUARY, JANUARY);
        Commitment epoch = ring.schedule().epochs().getFirst().commitment();
        Commitment account = ring.commit(KeyId.parse("atlas/1/account/a"), JANUARY);

        assertThat(ring.opens(epoch)).isTrue();
        assertThat(ring.opens(account)).isTrue();
        assertThat(other.opens(epoch)).isFalse();
        assertThat(other.opens(account)).isFalse();
    }

    @Test
    void toString_ring_showsNoSecret() {
        assertThat(ring).hasToString("key ring of atlas with epochs 1 to 2");
    }
}
