package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Objects;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoneExtractionTest {
    private final Members members = new Members(200);

    private @Nullable Evidence evidence(int items, int value, AccountFingerprint facts) {
        members.add(1, facts);
        for (int item = 1; item <= items; item++) {
            members.asks(0, item, 0, 0, value);
        }
        return new LoneExtraction(members.customers().all(), members.reference())
                .evidence(members.all().getFirst());
    }

    @Test
    void evidence_heavyAndWorthTrainingOn_isWorthALook() {
        Evidence evidence = Objects.requireNonNull(evidence(40, 255, facts(0, 0, 0)));

        assertThat(evidence.kind()).isEqualTo("lone_extraction");
        assertThat(evidence.bits()).isGreaterThan(Extraction.MIN_BITS);
        assertThat(evidence.summary()).startsWith("41 exchanges, ");
    }

    @Test
    void evidence_ordinaryTalk_isNothing() {
        assertThat(evidence(40, 0, facts(0, 0, 0))).isNull();
    }

    @Test
    void evidence_noMoreThanACustomer_isNothing() {
        assertThat(evidence(0, 255, facts(0, 0, 0))).isNull();
    }

    @Test
    void evidence_fewItems_areNotSure() {
        assertThat(evidence(2, 255, facts(0, 0, 0))).isNull();
    }

    @Test
    void evidence_verifiedOrganization_isDeclared() {
        assertThat(evidence(40, 255, facts(1, 0, 0, Verification.ORGANIZATION))).isNull();
    }

    @Test
    void evidence_agreedUse_isDeclared() {
        assertThat(evidence(40, 255, facts(0, 0, 0, Verification.PAYMENT, "distillation")))
                .isNull();
    }
}
