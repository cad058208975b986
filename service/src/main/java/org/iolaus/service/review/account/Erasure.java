package org.iolaus.service.review.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * Erases accounts. The account's data key is destroyed, and with it every row that hangs on it; what the audit chain holds
 * of the account stays and can be read by nobody. Thread-safe.
 */
public final class Erasure {
    /** Name under whose key the reasons of erasures are sealed; it is no case. */
    private static final String OFFICE = "office";

    private final Database database;
    private final Vault vault;
    private final Holds holds;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Duration logRetention;
    private final Consumer<String> erased;

    /**
     * @param logRetention how long the fact log may still speak of an account
     * @param erased hears of accounts erased, so that copies in memory go too
     */
    public Erasure(
            Database database,
            Vault vault,
            Holds holds,
            AuditLog audit,
            InstantSource clock,
            Duration logRetention,
            Consumer<String> erased) {
        this.database = database;
        this.vault = vault;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
        this.logRetention = logRetention;
        this.erased = erased;
    }

    /**
     * Erases an account.
     *
     * @param reason why; it outlives the account, so it must not name anybody
     * @return when the fact log's last fingerprints of it age out
     * @throws Problem if it is under legal hold
     */
    public Instant erase(Caller caller, String accountId, String reason) {
        Instant until = database.transact(handle -> {
            holds.active(handle, accountId).ifPresent(hold -> {
                throw Problem.conflict("account " + accountId + " must not be erased before " + hold.until()
                        + ": it is under legal hold\nMaybe lift the hold first, if the reason for it is gone.");
            });
            Instant logUntil = clock.instant().plus(logRetention);
            AuditEntry entry = new AuditEntry("account.erase", caller.keyId())
                    .put("log_until", logUntil.toString())
                    .reason(vault.ofCase(handle, OFFICE), reason);
            vault.existing(handle, accountId).ifPresent(key -> {
                entry.put("key", key.ref());
                destroy(handle, key);
            });
            vault.markErased(handle, accountId, logUntil);
            audit.append(handle, entry);
            return logUntil;
        });
        erased.accept(accountId);
        return until;
    }

    static Problem recent(String accountId) {
        return Problem.conflict("account " + accountId + " was erased and must not be taken up again"
                + " before the log has let go of it");
    }

    private void destroy(Handle handle, DataKey key) {
        holds.remove(handle, key);
        vault.destroy(handle, key);
    }
}
