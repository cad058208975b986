package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Objects;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private final Members members = new Members(200);

    private Relations relations() {
        DomainPopularity domains = new DomainPopularity(members.customers().all(), members.reference());
        return Relations.of(members.all(), members.shared(), domains, address -> true);
    }

    @Test
    void of_halfInOneVerifiedOrganization_isDeclared() {
        members.add(5, facts(1, 0, 0, Verification.ORGANIZATION)).add(5, facts(0, 0, 0));

        assertThat(relations().verifiedOrganization()).isEqualTo(0.5);
        assertThat(relations().declared()).isTrue();
    }

    @Test
    void of_unverifiedOrganizations_areClaimedOnly() {
        members.add(6, facts(1, 0, 0)).add(4, facts(2, 0, 0));

        assertThat(relations().claimedOrganization()).isEqualTo(1);
        assertThat(relations().claimed()).isTrue();
        assertThat(relations().declared()).isFalse();
    }

    @Test
    void of_severalOrganizations_areClaimedByThoseWhoShareOne() {
        members.add(3, facts(1, 0, 0))
                .add(2, facts(2, 0, 0))
                .add(1, facts(3, 0, 0))
                .add(4, facts(0, 0, 0));

        assertThat(relations().claimedOrganization()).isEqualTo(0.5);
    }

    @Test
    void of_agreedUses_areDeclared() {
        members.add(9, facts(0, 0, 0, Verification.PAYMENT, "distillation")).add(1, facts(0, 0, 0));

        assertThat(relations().sanctioned()).isEqualTo(0.9);
        assertThat(relations().declared()).isTrue();
    }

    @Test
    void of_ownDomain_isOneRoof() {
        members.add(10, facts(0, 0, 77));

        assertThat(relations().domain()).isEqualTo(1);
        assertThat(relations().sameRoof()).isTrue();
        assertThat(relations().sameHousehold()).isFalse();
    }

    @Test
    void of_publicProvidersDomain_isNoRoof() {
        for (Subject customer : members.customers().all().subList(0, 10)) {
            Account account = Objects.requireNonNull(customer.facts()).account();
            customer.facts(new AccountFingerprint(account, 0, 0, 0, 77, 0, 0, 0));
        }
        members.add(10, facts(0, 0, 77));

        assertThat(relations().domain()).isZero();
        assertThat(relations().sameRoof()).isFalse();
    }

    @Test
    void of_oneCardUnderOneRoof_isAHousehold() {
        members.add(10, facts(0, 5, 77));

        assertThat(relations().payer()).isEqualTo(1);
        assertThat(relations().sameHousehold()).isTrue();
    }

    @Test
    void of_workFromThreeAddresses_isAPlace() {
        members.add(10, facts(0, 0, 0));
        for (int i = 0; i < 10; i++) {
            members.asks(i, i + 1, 0, 1 + i % 3, 0);
        }

        assertThat(relations().place()).isEqualTo(1);
        assertThat(relations().sameRoof()).isTrue();
    }

    @Test
    void of_workFromAPool_isNoPlace() {
        members.add(10, facts(0, 0, 0));
        for (int i = 0; i < 10; i++) {
            members.asks(i, i + 1, 0, 1 + i, 0);
        }

        assertThat(relations().place()).isCloseTo(0.3, within(1e-12));
        assertThat(relations().sameRoof()).isFalse();
    }
}
