package org.iolaus.duel.defender;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.duel.traffic.Logged;

/**
 * Who used which card, e-mail pattern and address in a window of time. Accounts of organisations that the provider has
 * verified, and those with an agreed use, are left out: they share openly. Not thread-safe.
 */
final class Sharing {
    private final AccountFingerprinter fingerprinter = new AccountFingerprinter(FingerprintConfig.DEFAULT);
    private final Map<String, AccountFingerprint> facts = new HashMap<>();
    private final Map<Attribute, Map<Long, Set<String>>> users = new EnumMap<>(Attribute.class);

    Sharing() {
        clear();
    }

    void account(Account account) {
        facts.put(account.accountId(), fingerprinter.fingerprint(account));
    }

    /** Forgets who used what. */
    void clear() {
        for (Attribute attribute : Attribute.values()) {
            users.put(attribute, new HashMap<>());
        }
    }

    /** Values that an exchange shows, by attribute; 0 where there is none. */
    long[] values(Logged exchange) {
        long[] values = new long[Attribute.values().length];
        AccountFingerprint known = facts.get(exchange.fingerprint().accountId());
        if (known != null && declared(known.account())) {
            return values;
        }
        values[Attribute.ADDRESS.ordinal()] = exchange.fingerprint().ip();
        if (known != null && exchange.fingerprint().endUserId() == null) {
            values[Attribute.CARD.ordinal()] = known.payment();
            values[Attribute.EMAIL.ordinal()] = known.email();
            values[Attribute.SIGNUP_ADDRESS.ordinal()] = known.ip();
        }
        return values;
    }

    /** Notes that a subject used a value and gives all who did. */
    Set<String> add(Attribute attribute, long value, String subject) {
        Set<String> all = users.getOrDefault(attribute, Map.of()).computeIfAbsent(value, key -> new HashSet<>());
        all.add(subject);
        return all;
    }

    /** Subjects by value of an attribute. */
    Map<Long, Set<String>> of(Attribute attribute) {
        return users.getOrDefault(attribute, Map.of());
    }

    private static boolean declared(Account account) {
        return account.verification() == Account.Verification.ORGANIZATION
                || !account.sanctionedUse().isEmpty();
    }
}
