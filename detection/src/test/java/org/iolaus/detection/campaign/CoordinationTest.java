package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import org.iolaus.detection.link.Layer;
import org.junit.jupiter.api.Test;

class CoordinationTest {
    private final Members members = new Members(200).add(12, facts(0, 0, 0));

    private ColumnScore score() {
        return new Coordination(
                        members.all(), members.signature(), members.customers().table())
                .score();
    }

    @Test
    void score_sharedCard_isToldWithItsValue() {
        members.share(Layer.PAYMENT, 0xabc, 0, 12);

        assertThat(score().present()).isTrue();
        assertThat(score().evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.kind()).isEqualTo("shared_identity");
            assertThat(evidence.bits()).isEqualTo(score().bits()).isGreaterThan(30);
            assertThat(evidence.values()).containsExactly("payment:0000000000000abc");
            assertThat(evidence.summary()).startsWith("12 of 12 accounts share 1 means of payment; ");
        });
    }

    @Test
    void score_twoFamilies_addUp() {
        members.share(Layer.PAYMENT, 1, 0, 12);
        double one = score().bits();
        members.share(Layer.IP, 2, 0, 12);

        assertThat(score().bits()).isGreaterThan(1.9 * one);
    }

    @Test
    void score_client_isShownAndNotCounted() {
        members.share(Layer.CLIENT, 1, 0, 12);

        assertThat(score().evidence()).extracting(Evidence::kind).containsExactly("shared_client");
        assertThat(score().bits()).isZero();
    }

    @Test
    void score_nothingShared_isAbsent() {
        assertThat(score().present()).isFalse();
        assertThat(score().evidence()).isEmpty();
    }
}
