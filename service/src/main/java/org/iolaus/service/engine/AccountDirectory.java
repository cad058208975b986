package org.iolaus.service.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;

/** The latest facts of each account, as they were received. Written by the detector's thread; reads are thread-safe. */
public final class AccountDirectory {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** Facts of an account; of several, those with the latest {@code updated}, of equal ones the last received. */
    public Optional<Account> find(String accountId) {
        return Optional.ofNullable(accounts.get(accountId));
    }

    public int size() {
        return accounts.size();
    }

    /** All accounts, each once. */
    public void forEach(Consumer<Account> consumer) {
        accounts.values().forEach(consumer);
    }

    void put(Account account) {
        accounts.merge(
                account.accountId(),
                account,
                (known, now) -> now.updatedMicros() >= known.updatedMicros() ? now : known);
    }

    Map<String, Account> all() {
        return accounts;
    }
}
