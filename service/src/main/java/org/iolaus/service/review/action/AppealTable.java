package org.iolaus.service.review.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Appeals in the database. Works inside its callers' transactions. Thread-safe. */
public final class AppealTable {
    private static final String SELECT = "SELECT a.*, k.* FROM appeal a JOIN data_key k ON k.ref = a.data_key";
    private static final String STATEMENT = "statement";
    private static final String ANSWER = "answer";

    private final Vault vault;

    public AppealTable(Vault vault) {
        this.vault = vault;
    }

    void insert(Handle handle, Appeal appeal) {
        DataKey key = appeal.who().key();
        handle.createUpdate(
                        "INSERT INTO appeal (id, reference, case_id, data_key, end_user, state, filed, filed_by,"
                                + " statement) VALUES (:id, :reference, :case, :key, :endUser, :state, :filed, :filedBy, :statement)")
                .bind("id", appeal.id())
                .bind("reference", appeal.reference())
                .bind("case", appeal.caseId())
                .bind("key", key.ref())
                .bind(
                        "endUser",
                        key.sealOrNull(SubjectKey.END_USER, appeal.who().endUserId()))
                .bind("state", appeal.state().label())
                .bind("filed", Times.micros(appeal.filed()))
                .bind("filedBy", appeal.filedBy())
                .bind(STATEMENT, key.seal(STATEMENT, appeal.statement()))
                .execute();
    }

    /** Writes down how an appeal was decided, by an action whose first subject it is about. */
    void decide(Handle handle, String id, Appeal.State state, Action action) {
        decide(
                handle,
                id,
                state,
                action.reviewer(),
                Times.micros(action.made()),
                action.reason(),
                action.subjects().getFirst().key());
    }

    void decide(
            Handle handle,
            String id,
            Appeal.State state,
            String reviewer,
            long madeMicros,
            String answer,
            DataKey key) {
        handle.createUpdate("UPDATE appeal SET state = :state, decided = :decided, decided_by = :by, answer = :answer"
                        + " WHERE id = :id")
                .bind("id", id)
                .bind("state", state.label())
                .bind("decided", madeMicros)
                .bind("by", reviewer)
                .bind(ANSWER, key.seal(ANSWER, answer))
                .execute();
    }

    Optional<Appeal> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE a.id = :id")
                .bind("id", id)
                .map((row, context) -> appeal(row))
                .findOne();
    }

    /** The open appeal against a decision. */
    Optional<Appeal> open(Handle handle, String reference) {
        return handle.createQuery(SELECT + " WHERE a.reference = :reference AND a.state = 'open'")
                .bind("reference", reference)
                .map((row, context) -> appeal(row))
                .findFirst();
    }

    /** Appeals, oldest first; in one state unless it is null. */
    List<Appeal> list(Handle handle, Appeal.@Nullable State state, int offset, int count) {
        return handle.createQuery(SELECT + " WHERE :state = '' OR a.state = :state"
                        + " ORDER BY a.filed, a.id LIMIT :count OFFSET :offset")
                .bind("state", state == null ? "" : state.label())
                .bind("offset", offset)
                .bind("count", count)
                .map((row, context) -> appeal(row))
                .list();
    }

    private Appeal appeal(ResultSet row) throws SQLException {
        DataKey key = vault.key(row);
        String subjectEndUser = key.openOrNull(SubjectKey.END_USER, row.getBytes("end_user"));
        return new Appeal(
                row.getString("id"),
                row.getString("reference"),
                row.getString("case_id"),
                new SubjectKey(vault.subject(key.owner(), subjectEndUser), key, subjectEndUser),
                Appeal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Times.instant(row.getLong("filed")),
                row.getString("filed_by"),
                key.open(STATEMENT, row.getBytes(STATEMENT)),
                Times.instantOrNull(row, "decided"),
                row.getString("decided_by"),
                key.openOrNull(ANSWER, row.getBytes(ANSWER)));
    }
}
