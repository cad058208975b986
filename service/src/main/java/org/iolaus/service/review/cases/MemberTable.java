package org.iolaus.service.review.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Members of cases in the database. Works inside its callers' transactions. Thread-safe. */
public final class MemberTable {
    private final Vault vault;

    public MemberTable(Vault vault) {
        this.vault = vault;
    }

    /** Members of a case in the order their verdicts were reached. */
    public List<Member> of(Handle handle, String caseId, int offset, int count) {
        return handle.createQuery("SELECT m.*, k.* FROM case_member m JOIN data_key k ON k.ref = m.data_key"
                        + " WHERE m.case_id = :id ORDER BY m.reached, m.subject LIMIT :count OFFSET :offset")
                .bind("id", caseId)
                .bind("offset", offset)
                .bind("count", count)
                .map((row, context) -> member(row))
                .list();
    }

    /** All members of a case. */
    public List<Member> of(Handle handle, String caseId) {
        return of(handle, caseId, 0, Integer.MAX_VALUE);
    }

    /** Members that reviewers decided to block, in any case. */
    public List<SubjectKey> blocked(Handle handle) {
        return handle.createQuery("SELECT m.*, k.* FROM case_member m JOIN data_key k ON k.ref = m.data_key"
                        + " WHERE m.outcome = 'blocked' ORDER BY m.subject")
                .map((row, context) -> member(row).who())
                .list();
    }

    /**
     * Writes down members of a case with their verdicts. What reviewers decided on them stays, also when they come from
     * another case, which they leave.
     */
    void put(Handle handle, String caseId, Collection<Member> members) {
        PreparedBatch insert = handle.prepareBatch(
                "INSERT INTO case_member (case_id, subject, data_key, end_user, verdict, reached, outcome, exempt_until)"
                        + " VALUES (:case, :subject, :key, :endUser, :verdict, :reached,"
                        + " (SELECT MAX(outcome) FROM case_member WHERE subject = :subject),"
                        + " (SELECT MAX(exempt_until) FROM case_member WHERE subject = :subject))"
                        + " ON CONFLICT DO NOTHING");
        PreparedBatch update = handle.prepareBatch("UPDATE case_member SET verdict = :verdict, reached = :reached"
                + " WHERE case_id = :case AND subject = :subject");
        PreparedBatch leave = handle.prepareBatch(
                "UPDATE case_member SET verdict = 'allow' WHERE case_id <> :case AND subject = :subject");
        for (Member member : members) {
            SubjectKey who = member.who();
            insert.bind("key", who.key().ref())
                    .bind("endUser", who.key().sealOrNull(SubjectKey.END_USER, who.endUserId()));
            for (PreparedBatch batch : List.of(insert, update)) {
                batch.bind("case", caseId)
                        .bind("subject", who.subject())
                        .bind("verdict", member.verdict().label())
                        .bind("reached", Times.micros(member.reached()))
                        .add();
            }
            leave.bind("case", caseId).bind("subject", who.subject()).add();
        }
        insert.execute();
        update.execute();
        leave.execute();
    }

    /** Writes down that the verdict on a subject was withdrawn, wherever it is a member. */
    void withdrawn(Handle handle, String subject) {
        handle.createUpdate("UPDATE case_member SET verdict = 'allow' WHERE subject = :subject")
                .bind("subject", subject)
                .execute();
    }

    /** Writes down a decision on subjects, in every case they are in; a confirmation unblocks nobody. */
    public void decided(
            Handle handle, Collection<SubjectKey> subjects, Member.Outcome outcome, @Nullable Instant until) {
        PreparedBatch batch = handle.prepareBatch("UPDATE case_member SET outcome = :outcome, exempt_until = :until"
                + " WHERE subject = :subject AND (outcome IS NULL OR outcome <> 'blocked' OR :outcome <> 'confirmed')");
        for (SubjectKey who : subjects) {
            batch.bind("subject", who.subject())
                    .bind("outcome", outcome.label())
                    .bind("until", Times.microsOrNull(until))
                    .add();
        }
        batch.execute();
    }

    private Member member(ResultSet row) throws SQLException {
        DataKey key = vault.key(row);
        SubjectKey who = new SubjectKey(
                row.getString("subject"), key, key.openOrNull(SubjectKey.END_USER, row.getBytes("end_user")));
        String outcome = row.getString("outcome");
        return new Member(
                who,
                CaseTable.verdict(row.getString("verdict")),
                Times.instant(row.getLong("reached")),
                outcome == null ? null : Member.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                Times.instantOrNull(row, "exempt_until"));
    }
}
