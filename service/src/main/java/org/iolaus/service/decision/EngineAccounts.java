package org.iolaus.service.decision;

import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.jspecify.annotations.Nullable;

/** The accounts that the live detector knows. Thread-safe. */
public final class EngineAccounts implements AccountDirectory {
    private final org.iolaus.service.engine.AccountDirectory accounts;

    public EngineAccounts(org.iolaus.service.engine.AccountDirectory accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable Account find(String accountId) {
        return accounts.find(accountId).orElse(null);
    }

    @Override
    public void forEach(Consumer<Account> consumer) {
        accounts.forEach(consumer);
    }
}
