package org.iolaus.service.review.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;

/** Legal holds in the database, each with the day it ends. Thread-safe. */
public final class Holds {
    private final Database database;
    private final Vault vault;
    private final AuditLog audit;
    private final InstantSource clock;

    public Holds(Database database, Vault vault, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Places a hold, or renews the one there is.
     *
     * @throws IllegalArgumentException if it would end in the past
     */
    public Hold place(Caller caller, String accountId, String reason, Instant until) {
        Hold hold = new Hold(accountId, reason, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.keyId(), until);
        return database.transact(handle -> {
            DataKey key = vault.ofAccount(handle, accountId).orElseThrow(() -> Erasure.recent(accountId));
            remove(handle, key);
            handle.createUpdate("INSERT INTO legal_hold (data_key, reason, placed, placed_by, until)"
                            + " VALUES (:key, :reason, :placed, :by, :until)")
                    .bind("key", key.ref())
                    .bind("reason", key.seal(AuditEntry.REASON, reason))
                    .bind("placed", Times.micros(hold.placed()))
                    .bind("by", hold.placedBy())
                    .bind("until", Times.micros(until))
                    .execute();
            audit.append(
                    handle,
                    new AuditEntry("hold.place", caller.keyId())
                            .put("until", until.toString())
                            .account(key, null)
                            .reason(key, reason));
            return hold;
        });
    }

    /** Lifts a hold. */
    public void lift(Caller caller, String accountId, String reason) {
        database.transact(handle -> {
            if (active(handle, accountId).isEmpty()) {
                throw Problem.unknown("account " + accountId + " must be under legal hold");
            }
            DataKey key = vault.existing(handle, accountId).orElseThrow();
            remove(handle, key);
            audit.append(
                    handle,
                    new AuditEntry("hold.lift", caller.keyId())
                            .account(key, null)
                            .reason(key, reason));
            return key;
        });
    }

    /** The hold on an account, if it has not ended. */
    public Optional<Hold> active(Handle handle, String accountId) {
        return handle.createQuery("SELECT h.*, k.* FROM legal_hold h JOIN data_key k ON k.ref = h.data_key"
                        + " WHERE k.ref = :ref AND h.until > :now")
                .bind("ref", vault.existing(handle, accountId).map(DataKey::ref).orElse(""))
                .bind("now", Times.micros(clock.instant()))
                .map((row, context) -> hold(row))
                .findOne();
    }

    void remove(Handle handle, DataKey key) {
        handle.createUpdate("DELETE FROM legal_hold WHERE data_key = :key")
                .bind("key", key.ref())
                .execute();
    }

    private Hold hold(ResultSet row) throws SQLException {
        DataKey key = vault.key(row);
        return new Hold(
                key.owner(),
                key.open(AuditEntry.REASON, row.getBytes("reason")),
                Times.instant(row.getLong("placed")),
                row.getString("placed_by"),
                Times.instant(row.getLong("until")));
    }
}
