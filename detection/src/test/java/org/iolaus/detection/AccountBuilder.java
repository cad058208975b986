package org.iolaus.detection;

import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Type;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.fingerprint.AccountFingerprint;

/** Builds facts of an account: an individual that paid, unless said otherwise. */
public final class AccountBuilder {
    private final long createdMicros;
    private Verification verification = Verification.PAYMENT;
    private Type type = Type.INDIVIDUAL;
    private Set<String> sanctionedUse = Set.of();
    private long organization;
    private long payment;
    private long ip;
    private long prefix;

    private AccountBuilder(long createdMicros) {
        this.createdMicros = createdMicros;
    }

    public static AccountBuilder created(long micros) {
        return new AccountBuilder(micros);
    }

    public AccountBuilder verified(Verification value) {
        verification = value;
        return this;
    }

    public AccountBuilder type(Type value) {
        type = value;
        return this;
    }

    public AccountBuilder sanctioned(String use) {
        sanctionedUse = Set.of(use);
        return this;
    }

    public AccountBuilder organization(long hash) {
        organization = hash;
        return this;
    }

    public AccountBuilder payment(long hash) {
        payment = hash;
        return this;
    }

    public AccountBuilder ip(long hash) {
        ip = hash;
        return this;
    }

    public AccountBuilder prefix(long hash) {
        prefix = hash;
        return this;
    }

    public AccountFingerprint build() {
        Account account = AccountDraft.created("account", createdMicros)
                .type(type)
                .verification(verification)
                .sanctionedUse(sanctionedUse)
                .account();
        return new AccountFingerprint(account, organization, payment, 0, 0, ip, prefix, 0);
    }
}
