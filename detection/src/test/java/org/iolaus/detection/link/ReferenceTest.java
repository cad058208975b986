package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.AccountBuilder.created;
import static org.iolaus.detection.Customers.DAY;
import static org.iolaus.detection.Customers.NOW;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.detection.AccountBuilder;
import org.iolaus.detection.Customers;
import org.iolaus.detection.exchange.Account.Type;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final long OLD = NOW - 60 * DAY;

    private final Customers customers = new Customers();

    private boolean admits(AccountBuilder account) {
        Subject subject = customers.add(account.build());
        return customers.reference().contains(subject.index());
    }

    private int admitted(AccountFingerprint... accounts) {
        for (AccountFingerprint account : accounts) {
            customers.add(account);
        }
        return customers.reference().size();
    }

    private double popularity(long key, int... group) {
        return customers.reference().popularity(customers.object(key), new IntOpenHashSet(group));
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
        customers.add();
        AccountFingerprint facts = created(OLD).build();
        for (String endUser : new String[] {null, "person"}) {
            Subject subject = new Subject(customers.all().size(), 1, "account", endUser);
            subject.facts(facts);
            customers.all().add(subject);
        }
        customers.all().getLast().add(org.iolaus.detection.FingerprintBuilder.at(1).build(), 0, 0);
        assertThat(customers.reference().size()).isZero();
    }

    @Test
    void choose_evicted_isLeftOut() {
        customers.longStanding(10);
        Reference reference = new Reference(ReferenceConfig.DEFAULT, customers.table());
        reference.choose(customers.all(), NOW, subject -> subject % 2 == 0);
        assertThat(IntStream.range(0, 10).filter(reference::contains)).containsExactly(1, 3, 5, 7, 9);
    }

    @Test
    void choose_oneOrganizationOrPaymentOrPrefix_isBounded() {
        AccountFingerprint[] related = IntStream.range(0, 12)
                .mapToObj(i -> created(OLD - i * DAY))
                .map(account -> switch ((int) customers.all().size()) {
                    default -> account.organization(5).build();
                })
                .toArray(AccountFingerprint[]::new);
        assertThat(admitted(related)).isEqualTo(ReferenceConfig.DEFAULT.maxPerRelation());
    }
}
