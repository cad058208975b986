package org.iolaus.service.decision;

import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.jspecify.annotations.Nullable;

/** What sign-up and billing know of accounts now. Thread-safe; never waits on I/O. */
public interface AccountDirectory {
    /** Nobody. */
    AccountDirectory EMPTY = new AccountDirectory() {
        @Override
        public @Nullable Account find(String accountId) {
            return null;
        }

        @Override
        public void forEach(Consumer<Account> consumer) {
            // There is nobody.
        }
    };

    /** The newest facts of an account, or null. */
    @Nullable
    Account find(String accountId);

    /** All accounts, each once. */
    void forEach(Consumer<Account> consumer);
}
