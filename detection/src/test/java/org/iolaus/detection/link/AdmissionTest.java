package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.AccountBuilder.created;
import static org.iolaus.detection.Customers.DAY;
import static org.iolaus.detection.Customers.NOW;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.iolaus.detection.AccountBuilder;
import org.iolaus.detection.Customers;
import org.iolaus.detection.FingerprintBuilder;
import org.iolaus.detection.exchange.Account.Type;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final long OLD = NOW - 60 * DAY;

    /** Asks for so few that nobody has to stand in. */
    private static final ReferenceConfig SMALL = new ReferenceConfig(60 * DAY, 2, 20, 20, 1, 1);

    private final Customers customers = new Customers();
    private final Admission admission = new Admission(SMALL);

    private List<Subject> chosen() {
        return choose(customers);
    }

    private List<Subject> choose(Customers some) {
        return admission.choose(some.all(), NOW, subject -> false, subject -> false);
    }

    private boolean admits(AccountBuilder account) {
        Customers two = new Customers().longStanding(1);
        Subject subject = two.add(account.build());
        return choose(two).contains(subject);
    }

    @Test
    void choose_tenure_decidesToTheMicrosecond() {
        assertThat(admits(created(OLD))).isTrue();
        assertThat(admits(created(OLD + 1))).isFalse();
        assertThat(admits(created(Long.MIN_VALUE))).isFalse();
    }

    @Test
    void choose_verification_isPaymentAtLeast() {
        assertThat(Verification.values())
                .filteredOn(verification -> admits(created(OLD).verified(verification)))
                .containsExactly(Verification.PAYMENT, Verification.IDENTITY, Verification.ORGANIZATION);
    }

    @Test
    void choose_resellerOrSanctionedUse_isLeftOut() {
        assertThat(admits(created(OLD).type(Type.RESELLER))).isFalse();
        assertThat(admits(created(OLD).sanctioned("evaluation"))).isFalse();
        assertThat(admits(created(OLD).type(Type.ENTERPRISE))).isTrue();
    }

    @Test
    void choose_noFactsOrNoExchangeOrEndUser_isLeftOut() {
        customers.longStanding(1).add();
        AccountFingerprint facts = created(OLD).build();
        for (String endUser : new String[] {null, "person"}) {
            Subject subject = new Subject(customers.all().size(), 1, "account", endUser);
            subject.facts(facts);
            customers.all().add(subject);
        }
        customers.all().getLast().add(FingerprintBuilder.at(1).build(), 0, 0);
        assertThat(chosen()).hasSize(1);
    }

    @Test
    void choose_evicted_isLeftOut() {
        customers.longStanding(10);
        assertThat(admission.choose(customers.all(), NOW, subject -> subject % 2 == 0, subject -> false))
                .extracting(Subject::index)
                .containsExactlyInAnyOrder(1, 3, 5, 7, 9);
    }

    @Test
    void choose_oneOrganizationOrPrefix_isBounded() {
        for (int i = 0; i < 8; i++) {
            AccountBuilder account = created(OLD - i * DAY);
            customers.add((i % 2 == 0 ? account.organization(5).payment(6) : account.prefix(7)).build());
        }
        assertThat(chosen()).hasSize(2 * SMALL.maxPerRelation());
    }

    @Test
    void choose_paymentOfTwoOrganizations_isBounded() {
        for (int i = 0; i < 4; i++) {
            customers.add(created(OLD).organization(1 + i % 2).payment(6).build());
        }
        assertThat(chosen()).hasSize(SMALL.maxPerRelation());
    }

    @Test
    void choose_payersOfOneMeansWhoNameNoRelation_doNotTestifyFromThreeOn() {
        customers.longStanding(1);
        customers.add(created(OLD).payment(5).build());
        customers.add(created(OLD).payment(5).build());
        assertThat(chosen()).hasSize(3);

        customers.add(created(NOW).payment(5).build());
        assertThat(chosen()).hasSize(1);
        assertThat(admission.longStanding()).isEqualTo(1);
        assertThat(admission.eligible()).isEqualTo(3);
    }

    @Test
    void choose_paymentThatStandsForNone_excludesNobody() {
        customers.longStanding(100);
        pay(99, 5);
        assertThat(chosen()).hasSize(100);

        pay(1, 5);
        assertThat(chosen()).hasSize(200);
        assertThat(admission.longStanding()).isEqualTo(200);
    }

    @Test
    void choose_kindsOfPayment_excludeNobody() {
        for (int kind = 1; kind <= 30; kind++) {
            pay(4, kind);
        }
        assertThat(chosen()).hasSize(120);
        assertThat(admission.improvised()).isFalse();
    }

    @Test
    void choose_oneNetworkOfAGateway_isNotBounded() {
        for (int i = 0; i < 99; i++) {
            customers.add(created(OLD - i * DAY).prefix(7).build());
        }
        assertThat(chosen()).hasSize(SMALL.maxPerRelation());

        customers.add(created(OLD).prefix(7).build());
        assertThat(chosen()).hasSize(100);
    }

    private void pay(int accounts, long payment) {
        for (int i = 0; i < accounts; i++) {
            customers.add(created(OLD).payment(payment).build());
        }
    }

    @Test
    void choose_anyOrderOfSubjects_boundsByKey() {
        for (int i = 0; i < 30; i++) {
            customers.add(created(OLD).organization(1 + i % 3).build());
        }
        List<Long> expected = chosenKeys();
        Collections.shuffle(customers.all(), new Random(51));
        assertThat(chosenKeys()).isEqualTo(expected).hasSize(6);
    }

    private List<Long> chosenKeys() {
        return chosen().stream().map(Subject::key).toList();
    }
}
