package org.iolaus.detection.fingerprint;

import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.Hashes.Kind;
import org.jspecify.annotations.Nullable;

/** Turns account facts into keyed hashes. Immutable. */
public final class AccountFingerprinter {
    private final FingerprintConfig config;
    private final Hashes hashes;

    public AccountFingerprinter(FingerprintConfig config) {
        this.config = config;
        hashes = new Hashes(config.hashKey());
    }

    public AccountFingerprint fingerprint(Account account) {
        Address address = account.signupIp() == null ? null : Address.parse(account.signupIp());
        return new AccountFingerprint(
                account,
                keyed(Kind.ORGANIZATION, account.organizationId()),
                keyed(Kind.PAYMENT, account.paymentFingerprint()),
                keyed(Kind.EMAIL, account.emailFingerprint()),
                keyed(Kind.DOMAIN, account.emailDomain()),
                address(Kind.IP, address),
                address(Kind.PREFIX, address == null ? null : address.prefix()),
                address(Kind.SUPERNET, address == null ? null : address.supernet()));
    }

    /** How it fingerprints: all that another one needs to do the same. */
    public FingerprintConfig config() {
        return config;
    }

    /** Hash that identifies an account, as in {@link Fingerprint#account}. */
    public long account(String accountId) {
        return hashes.account(hashes.string(accountId));
    }

    private long address(Kind kind, @Nullable Address address) {
        return address == null ? 0 : hashes.of(kind, address.high(), address.low());
    }

    private long keyed(Kind kind, @Nullable String value) {
        return value == null ? 0 : hashes.of(kind, hashes.string(value));
    }
}
