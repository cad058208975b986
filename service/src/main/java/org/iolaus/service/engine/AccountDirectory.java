package org.iolaus.service.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;

/** The latest facts of each account, as they were received. Written by the detector's thread; reads are thread-safe. */
public final class AccountDirectory {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final List<Consumer<Account>> listeners = new CopyOnWriteArrayList<>();

    /** Facts of an account; of several, those with the latest {@code updated}, of equal ones the last received. */
    public Optional<Account> find(String accountId) {
        return Optional.ofNullable(accounts.get(accountId));
    }

    public int size() {
        return accounts.size();
    }

    /** Lets somebody hear of every account whose facts have come; on the detector's thread, so it must not wait. */
    public void listen(Consumer<Account> listener) {
        listeners.add(listener);
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
        listeners.forEach(listener -> listener.accept(account));
    }

    Map<String, Account> all() {
        return accounts;
    }
}
