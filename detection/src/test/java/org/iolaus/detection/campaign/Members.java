package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.Customers;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/** A group of accounts of a test, beside long-standing customers who have nothing to do with it. */
public final class Members {
    private final Customers customers;
    private final List<Subject> members = new ArrayList<>();
    private long exchanges;

    /** @param longStanding customers in the reference population */
    public Members(int longStanding) {
        customers = new Customers().longStanding(longStanding);
    }

    public Customers customers() {
        return customers;
    }

    public List<Subject> all() {
        return members;
    }

    /** Adds members with the facts given. */
    public Members add(int count, AccountFingerprint facts) {
        for (int i = 0; i < count; i++) {
            members.add(customers.add(facts));
        }
        return this;
    }

    /** Adds members of no organisation that pay by some cards in turn, the first of them by the first. */
    public Members payingByTurns(int count, long firstCard, int cards) {
        for (int i = 0; i < count; i++) {
            long card = firstCard + members.size() % cards;
            add(1, facts(0, card, 0));
            customers.share(Layer.PAYMENT, card, members.getLast().index());
        }
        return this;
    }

    /** Lets some members share an object, in addition to what they have. */
    public Members share(Layer layer, long key, int from, int to) {
        for (int i = from; i < to; i++) {
            customers.share(layer, key, members.get(i).index());
        }
        return this;
    }

    /** Lets a member ask for an item. */
    public Members asks(int member, long item, long system, long ip, int value, long... shingles) {
        ask(members.get(member), item, system, ip, value, shingles);
        return this;
    }

    /** Lets a subject ask for an item. */
    public void ask(Subject subject, long item, long system, long ip, int value, long... shingles) {
        add(subject, Customers.NOW, 0, item, system, ip, value, shingles);
    }

    /** Lets a subject use a model at some time. */
    void uses(Subject subject, int model, long micros) {
        add(subject, micros, model, ++exchanges, 0, 0, 0);
    }

    private void add(
            Subject subject, long micros, int model, long item, long system, long ip, int value, long... shingles) {
        byte[] capabilities = new byte[Capability.values().length];
        capabilities[Capability.CODING.ordinal()] = (byte) value;
        subject.add(
                new Fingerprint(
                        micros,
                        ++exchanges,
                        exchanges,
                        subject.accountId(),
                        subject.key(),
                        null,
                        0,
                        "model",
                        null,
                        ip,
                        0,
                        0,
                        NetworkKind.UNKNOWN,
                        0,
                        system,
                        new long[0],
                        0,
                        0,
                        shingles,
                        item,
                        1,
                        capabilities,
                        1,
                        1,
                        0,
                        0,
                        false,
                        0),
                model,
                0);
    }

    public int[] indices() {
        return members.stream().mapToInt(Subject::index).toArray();
    }

    public Reference reference() {
        return customers.reference();
    }

    public Signature signature() {
        return Signature.of(indices(), customers.all(), customers.table(), reference());
    }

    /** The signature of members that prompts alone hold together. */
    Signature crowdSignature() {
        return Signature.of(indices(), true, customers.all(), customers.table(), reference());
    }

    public List<SharedItems> shared() {
        return SharedItems.of(all(), new Traffic(signature()));
    }

    /** Facts of an account that was made today and paid. */
    public static AccountFingerprint facts(long organization, long payment, long domain) {
        return facts(organization, payment, domain, Verification.PAYMENT);
    }

    public static AccountFingerprint facts(
            long organization, long payment, long domain, Verification verification, String... uses) {
        Account account = AccountDraft.created("account", Customers.NOW)
                .verification(verification)
                .sanctionedUse(Set.of(uses))
                .account();
        return new AccountFingerprint(account, organization, payment, 0, domain, 0, 0, 0);
    }
}
