package org.iolaus.service.server;

import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.iolaus.service.decision.AccountDirectory;
import org.jspecify.annotations.Nullable;

/** The engine's accounts, as decisions see them. */
final class Accounts implements AccountDirectory {
    private final org.iolaus.service.engine.AccountDirectory known;

    Accounts(org.iolaus.service.engine.AccountDirectory known) {
        this.known = known;
    }

    @Override
    public @Nullable Account find(String accountId) {
        return known.find(accountId).orElse(null);
    }

    @Override
    public void forEach(Consumer<Account> consumer) {
        known.forEach(consumer);
    }
}
