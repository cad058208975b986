package org.iolaus.service.review.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.iolaus.service.access.Caller;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jspecify.annotations.Nullable;

/** Verifications of accounts in the database. Which may follow which is for policy to say. Thread-safe. */
public final class Verifications {
    private static final String EVIDENCE = "evidence";

    private final Database database;
    private final Vault vault;
    private final AuditLog audit;
    private final InstantSource clock;

    public Verifications(Database database, Vault vault, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down where an account's verification stands.
     *
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public Verification put(
            Caller caller,
            String accountId,
            Verification.State state,
            String tier,
            @Nullable String evidence,
            @Nullable Instant expires) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Verification verification = new Verification(accountId, state, tier, evidence, expires, now, caller.keyId());
        return database.transact(handle -> {
            DataKey key = vault.ofAccount(handle, accountId).orElseThrow(() -> Erasure.recent(accountId));
            handle.createUpdate("DELETE FROM verification WHERE data_key = :key")
                    .bind("key", key.ref())
                    .execute();
            handle.createUpdate(
                            "INSERT INTO verification (data_key, state, tier, evidence, expires, updated, updated_by)"
                                    + " VALUES (:key, :state, :tier, :evidence, :expires, :updated, :by)")
                    .bind("key", key.ref())
                    .bind("state", state.label())
                    .bind("tier", tier)
                    .bind("evidence", key.sealOrNull(EVIDENCE, evidence))
                    .bind("expires", Times.microsOrNull(expires))
                    .bind("updated", Times.micros(now))
                    .bind("by", caller.keyId())
                    .execute();
            audit.append(
                    handle,
                    new AuditEntry("account.verification", caller.keyId())
                            .put("state", state.label())
                            .put("tier", tier)
                            .account(key, null));
            return verification;
        });
    }

    public Optional<Verification> find(String accountId) {
        return database.transact(handle -> handle.createQuery(
                        "SELECT v.*, k.* FROM verification v JOIN data_key k ON k.ref = v.data_key WHERE k.ref = :ref")
                .bind("ref", vault.existing(handle, accountId).map(DataKey::ref).orElse(""))
                .map((row, context) -> verification(row))
                .findOne());
    }

    /** All verifications, to be held in memory where decisions are made. */
    public List<Verification> all() {
        return database.transact(handle -> handle.createQuery(
                        "SELECT v.*, k.* FROM verification v JOIN data_key k ON k.ref = v.data_key")
                .map((row, context) -> verification(row))
                .list());
    }

    private Verification verification(ResultSet row) throws SQLException {
        DataKey key = vault.key(row);
        return new Verification(
                        key.owner(),
                        Verification.State.of(row.getString("state")),
                        row.getString("tier"),
                        key.openOrNull(EVIDENCE, row.getBytes(EVIDENCE)),
                        Times.instantOrNull(row, "expires"),
                        Times.instant(row.getLong("updated")),
                        row.getString("updated_by"))
                .at(clock.instant());
    }
}
