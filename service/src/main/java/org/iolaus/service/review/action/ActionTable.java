package org.iolaus.service.review.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Actions in the database. Works inside its callers' transactions. Thread-safe. */
public final class ActionTable {
    private static final String SUBJECTS = "SELECT s.subject, s.end_user, k.* FROM action_subject s"
            + " JOIN data_key k ON k.ref = s.data_key WHERE s.action_id = :id ORDER BY s.subject";
    /** Stands for the reason of an action on an account that was erased since. */
    private static final String UNREADABLE = "(erased)";

    private final Vault vault;

    public ActionTable(Vault vault) {
        this.vault = vault;
    }

    void insert(Handle handle, Action action) {
        handle.createUpdate(
                        "INSERT INTO review_action (id, case_id, appeal_id, kind, state, block, reviewer, made, until,"
                                + " reason) VALUES (:id, :case, :appeal, :kind, :state, :block, :reviewer, :made, :until, :reason)")
                .bind("id", action.id())
                .bind("case", action.caseId())
                .bind("appeal", action.appealId())
                .bind("kind", action.kind().label())
                .bind("state", action.state().label())
                .bind("block", action.block())
                .bind("reviewer", action.reviewer())
                .bind("made", Times.micros(action.made()))
                .bind("until", Times.microsOrNull(action.until()))
                .bind("reason", keyOf(handle, action).seal(AuditEntry.REASON, action.reason()))
                .execute();
        PreparedBatch batch = handle.prepareBatch("INSERT INTO action_subject (action_id, subject, data_key, end_user)"
                + " VALUES (:id, :subject, :key, :endUser)");
        for (SubjectKey who : action.subjects()) {
            batch.bind("id", action.id())
                    .bind("subject", who.subject())
                    .bind("key", who.key().ref())
                    .bind("endUser", who.key().sealOrNull(SubjectKey.END_USER, who.endUserId()))
                    .add();
        }
        batch.execute();
    }

    void move(Handle handle, String id, Action.State state) {
        handle.createUpdate("UPDATE review_action SET state = :state WHERE id = :id")
                .bind("id", id)
                .bind("state", state.label())
                .execute();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM review_action WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** Actions on a case, oldest first. */
    public List<Action> of(Handle handle, String caseId) {
        return handle.createQuery("SELECT * FROM review_action WHERE case_id = :case ORDER BY made")
                .bind("case", caseId)
                .map((row, context) -> action(handle, row))
                .list();
    }

    /** Actions in a state, oldest first. */
    List<Action> in(Handle handle, Action.State state) {
        return handle.createQuery("SELECT * FROM review_action WHERE state = :state ORDER BY made")
                .bind("state", state.label())
                .map((row, context) -> action(handle, row))
                .list();
    }

    /** The open proposal on a case made after a time. */
    Optional<Action> proposal(Handle handle, String caseId, Instant after) {
        return of(handle, caseId).stream()
                .filter(action ->
                        action.state() == Action.State.PROPOSED && action.made().isAfter(after))
                .findFirst();
    }

    /** Whether an action was made at a time to the microsecond, which no other action shares. */
    boolean madeAt(Handle handle, Instant made) {
        return handle.createQuery("SELECT COUNT(*) FROM review_action WHERE made = :made")
                        .bind("made", Times.micros(made))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Time of the last action, or the epoch. */
    Instant last(Handle handle) {
        return Times.instant(handle.createQuery("SELECT COALESCE(MAX(made), 0) FROM review_action")
                .mapTo(Long.class)
                .one());
    }

    /** Reviewers who confirmed the verdict on a subject. */
    public List<String> confirmedBy(Handle handle, String subject) {
        return handle.createQuery(
                        "SELECT DISTINCT a.reviewer FROM review_action a JOIN action_subject s"
                                + " ON s.action_id = a.id WHERE s.subject = :subject AND a.kind = 'confirm' AND a.state = 'done'")
                .bind("subject", subject)
                .mapTo(String.class)
                .list();
    }

    private Action action(Handle handle, ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<SubjectKey> subjects = handle.createQuery(SUBJECTS)
                .bind("id", id)
                .map((subject, context) -> subject(subject))
                .list();
        String caseId = row.getString("case_id");
        byte[] reason = row.getBytes("reason");
        return new Action(
                id,
                caseId,
                row.getString("appeal_id"),
                Action.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Action.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("block"),
                row.getString("reviewer"),
                Times.instant(row.getLong("made")),
                Times.instantOrNull(row, "until"),
                caseId == null && subjects.isEmpty()
                        ? UNREADABLE
                        : key(handle, caseId, subjects).open(AuditEntry.REASON, reason),
                subjects);
    }

    private SubjectKey subject(ResultSet row) throws SQLException {
        DataKey key = vault.key(row);
        return new SubjectKey(
                row.getString("subject"), key, key.openOrNull(SubjectKey.END_USER, row.getBytes("end_user")));
    }

    /** The key that an action's reason is sealed under: its case's, or the first account's. */
    DataKey keyOf(Handle handle, Action action) {
        return key(handle, action.caseId(), action.subjects());
    }

    private DataKey key(Handle handle, @Nullable String caseId, List<SubjectKey> subjects) {
        return caseId == null ? subjects.getFirst().key() : vault.ofCase(handle, caseId);
    }
}
