package org.iolaus.detection.exchange;

import java.util.Set;
import org.iolaus.detection.exchange.Account.Type;
import org.iolaus.detection.exchange.Account.Verification;
import org.jspecify.annotations.Nullable;

/** Account facts in the making: those of another account, or nothing, and what is then said. Not thread-safe. */
public final class AccountDraft {
    private final String accountId;
    private final long updatedMicros;
    private final long createdMicros;
    private final @Nullable String organizationId;
    private final @Nullable String plan;
    private @Nullable Type type;
    private @Nullable String emailDomain;
    private @Nullable String emailFingerprint;
    private @Nullable String paymentFingerprint;
    private @Nullable String paymentCountry;
    private @Nullable String phonePrefix;
    private @Nullable String signupIp;
    private @Nullable String signupCountry;
    private Verification verification;
    private Set<String> sanctionedUse;

    private AccountDraft(Account facts) {
        accountId = facts.accountId();
        updatedMicros = facts.updatedMicros();
        createdMicros = facts.createdMicros();
        organizationId = facts.organizationId();
        type = facts.type();
        plan = facts.plan();
        emailDomain = facts.emailDomain();
        emailFingerprint = facts.emailFingerprint();
        paymentFingerprint = facts.paymentFingerprint();
        paymentCountry = facts.paymentCountry();
        phonePrefix = facts.phonePrefix();
        signupIp = facts.signupIp();
        signupCountry = facts.signupCountry();
        verification = facts.verification();
        sanctionedUse = facts.sanctionedUse();
    }

    private AccountDraft(String accountId, long createdMicros) {
        this.accountId = accountId;
        updatedMicros = createdMicros;
        this.createdMicros = createdMicros;
        organizationId = null;
        plan = null;
        verification = Verification.NONE;
        sanctionedUse = Set.of();
    }

    /** Another account's facts. */
    public static AccountDraft like(Account account) {
        return new AccountDraft(account);
    }

    /** An account of which nothing is known but its sign-up, when that became known. */
    public static AccountDraft created(String accountId, long micros) {
        return new AccountDraft(accountId, micros);
    }

    public AccountDraft type(@Nullable Type value) {
        type = value;
        return this;
    }

    public AccountDraft verification(Verification value) {
        verification = value;
        return this;
    }

    public AccountDraft sanctionedUse(Set<String> value) {
        sanctionedUse = Set.copyOf(value);
        return this;
    }

    public AccountDraft emailDomain(@Nullable String value) {
        emailDomain = value;
        return this;
    }

    public AccountDraft emailFingerprint(@Nullable String value) {
        emailFingerprint = value;
        return this;
    }

    public AccountDraft paymentFingerprint(@Nullable String value) {
        paymentFingerprint = value;
        return this;
    }

    public AccountDraft signupIp(@Nullable String value) {
        signupIp = value;
        return this;
    }

    public AccountDraft paymentCountry(@Nullable String value) {
        paymentCountry = value;
        return this;
    }

    public AccountDraft phonePrefix(@Nullable String value) {
        phonePrefix = value;
        return this;
    }

    public AccountDraft signupCountry(@Nullable String value) {
        signupCountry = value;
        return this;
    }

    public Account account() {
        return new Account(
                accountId,
                updatedMicros,
                createdMicros,
                organizationId,
                type,
                plan,
                emailDomain,
                emailFingerprint,
                paymentFingerprint,
                paymentCountry,
                phonePrefix,
                signupIp,
                signupCountry,
                verification,
                sanctionedUse);
    }
}
