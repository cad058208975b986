package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;

/**
 * Who serves in the reference population: accounts with tenure and verification, few of each organisation, means of
 * payment and sign-up network, chosen without labels. Who pays by a means that several others use, and names no
 * organisation with them, does not serve: such accounts would testify for each other.
 */
final class Admission {
    private final ReferenceConfig config;
    private BitSet eligible = new BitSet();
    private BitSet longStanding = new BitSet();
    private int longStandingSize;
    private boolean improvised;
    private Payers payers = Payers.of(List.of());

    Admission(ReferenceConfig config) {
        this.config = config;
    }

    /**
     * Those who serve. If too few are eligible everybody does.
     *
     * @param subjects every subject by index
     * @param nowMicros event time of the evaluation
     * @param evicted subjects that may not serve, by index
     * @param accused subjects that may not serve, nor count among the long-standing ones, by index
     */
    List<Subject> choose(List<Subject> subjects, long nowMicros, IntPredicate evicted, IntPredicate accused) {
        note(subjects, nowMicros, accused);
        List<Subject> admitted = subjects.stream()
                .filter(subject -> longStanding(subject.index()) && !evicted.test(subject.index()))
                .sorted(Comparator.comparingLong(Subject::key))
                .collect(Collectors.toCollection(ArrayList::new));
        bound(admitted);
        improvised = admitted.size() < config.minSize();
        return improvised ? standIns(subjects, evicted.or(accused)) : admitted;
    }

    private void note(List<Subject> subjects, long nowMicros, IntPredicate accused) {
        eligible = new BitSet(subjects.size());
        longStanding = new BitSet(subjects.size());
        payers = Payers.of(subjects);
        for (Subject subject : subjects) {
            AccountFingerprint facts = subject.facts();
            if (facts != null && eligible(subject, facts, nowMicros)) {
                eligible.set(subject.index());
                longStanding.set(subject.index(), !shares(facts.payment()) && !accused.test(subject.index()));
            }
        }
        longStandingSize = longStanding.cardinality();
    }

    private boolean shares(long payment) {
        return payers.reused(payment) && !payers.usual(payment);
    }

    private boolean eligible(Subject subject, AccountFingerprint facts, long nowMicros) {
        if (subject.endUserId() != null || subject.exchanges() == 0) {
            return false;
        }
        Account account = facts.account();
        return account.createdMicros() != Long.MIN_VALUE
                && account.createdMicros() <= nowMicros - config.tenureMicros()
                && account.verification().compareTo(Verification.PAYMENT) >= 0
                && account.type() != Account.Type.RESELLER
                && account.sanctionedUse().isEmpty();
    }

    /** Lets few serve of each relation; a prefix that so many have is a gateway's, not theirs. */
    private void bound(List<Subject> admitted) {
        Long2IntOpenHashMap prefixes = new Long2IntOpenHashMap();
        admitted.forEach(subject ->
                prefixes.addTo(Objects.requireNonNull(subject.facts()).prefix(), 1));
        int all = admitted.size();
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        admitted.removeIf(subject -> {
            AccountFingerprint facts = Objects.requireNonNull(subject.facts());
            long payment = payers.usual(facts.payment()) ? 0 : facts.payment();
            long prefix = Payers.usual(prefixes.get(facts.prefix()), all) ? 0 : facts.prefix();
            long[] bounds = {facts.organization(), payment, prefix};
            for (long bound : bounds) {
                if (bound != 0 && counts.get(bound) >= config.maxPerRelation()) {
                    return true;
                }
            }
            for (long bound : bounds) {
                counts.addTo(bound, 1);
            }
            return false;
        });
    }

    private static List<Subject> standIns(List<Subject> subjects, IntPredicate barred) {
        return subjects.stream()
                .filter(subject -> subject.exchanges() > 0 && !barred.test(subject.index()))
                .toList();
    }

    /** Who pays, among all subjects. */
    Payers payers() {
        return payers;
    }

    /** Whether everybody serves, because too few are eligible. */
    boolean improvised() {
        return improvised;
    }

    /** Whether a subject has the tenure and verification to serve. */
    boolean eligible(int subject) {
        return eligible.get(subject);
    }

    /** Accounts that have the tenure and verification to serve. */
    int eligible() {
        return eligible.cardinality();
    }

    /** Whether a subject is eligible, independent of other payers and not accused, admitted or not. */
    boolean longStanding(int subject) {
        return longStanding.get(subject);
    }

    /** How many of some users are long-standing. */
    int longStanding(IntArrayList users) {
        int count = 0;
        for (int i = 0; i < users.size(); i++) {
            count += longStanding(users.getInt(i)) ? 1 : 0;
        }
        return count;
    }

    /** Accounts that are long-standing. */
    int longStanding() {
        return longStandingSize;
    }
}
