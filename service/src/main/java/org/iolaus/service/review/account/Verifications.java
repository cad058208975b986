package org.iolaus.service.review.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;

/** Verifications of accounts in the database. Thread-safe. */
public final class Verifications {
    private static final String EVIDENCE = "evidence";

    private final Database database;
    private final Vault vault;
    private final AuditLog audit;

    public Verifications(Database database, Vault vault, AuditLog audit) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
    }

    /** Writes down where an account's verification stands, in the place of what was there; the audit chain keeps both. */
    public void put(Verification verification) {
        database.transact(handle -> {
            DataKey key = vault.ofAccount(handle, verification.accountId())
                    .orElseThrow(() -> Erasure.recent(verification.accountId()));
            handle.createUpdate("DELETE FROM verification WHERE data_key = :key")
                    .bind("key", key.ref())
                    .execute();
            handle.createUpdate(
                            "INSERT INTO verification (data_key, state, evidence, reason, expires, updated, updated_by)"
                                    + " VALUES (:key, :state, :evidence, :reason, :expires, :updated, :by)")
                    .bind("key", key.ref())
                    .bind("state", verification.state())
                    .bind(EVIDENCE, key.seal(EVIDENCE, String.join("\n", verification.evidence())))
                    .bind("reason", key.seal(AuditEntry.REASON, verification.reason()))
                    .bind("expires", Times.microsOrNull(verification.expires()))
                    .bind("updated", Times.micros(verification.set()))
                    .bind("by", verification.by())
                    .execute();
            audit.append(
                    handle,
                    new AuditEntry("account.verification", verification.by())
                            .put("state", verification.state())
                            .account(key, null)
                            .reason(key, verification.reason()));
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
                row.getString("state"),
                key.open(EVIDENCE, row.getBytes(EVIDENCE)).lines().toList(),
                Times.instantOrNull(row, "expires"),
                Times.instant(row.getLong("updated")),
                row.getString("updated_by"),
                key.open(AuditEntry.REASON, row.getBytes("reason")));
    }
}
