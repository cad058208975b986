package org.iolaus.service.review.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cases in the database. Works inside its callers' transactions. Thread-safe. */
public final class CaseTable {
    private static final String SELECT = "SELECT c.*, (SELECT COUNT(*) FROM case_member m"
            + " WHERE m.case_id = c.id AND m.verdict <> 'allow') AS accounts, (SELECT COUNT(*) FROM case_member m"
            + " WHERE m.case_id = c.id AND m.verdict <> 'allow' AND m.outcome IS NULL) AS unreviewed,"
            + " (SELECT COUNT(*) FROM case_member m WHERE m.case_id = c.id AND m.outcome = 'blocked') AS blocked"
            + " FROM review_case c";

    private final String installation;

    /** @param installation whose groups' numbers these are; equal numbers of another are other cases */
    public CaseTable(String installation) {
        this.installation = installation;
    }

    /** A case by its name. */
    public Optional<CaseRecord> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE c.id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The case of a group. */
    public Optional<CaseRecord> ofGroup(Handle handle, int group) {
        return find(handle, id(group));
    }

    /**
     * Cases, those that changed last first.
     *
     * @param state the state they are in, or null for all
     */
    public List<CaseRecord> list(Handle handle, @Nullable CaseState state, int offset, int count) {
        return handle.createQuery(SELECT + " WHERE :state = '' OR c.state = :state"
                        + " ORDER BY c.updated DESC, c.id LIMIT :count OFFSET :offset")
                .bind("state", state == null ? "" : state.label())
                .bind("offset", offset)
                .bind("count", count)
                .map((row, context) -> row(row))
                .list();
    }

    /** Opens the case of a group unless it is there; says whether it was opened now. */
    boolean open(Handle handle, int group, String campaignId, Instant now) {
        return handle.createUpdate("INSERT INTO review_case (id, installation, group_number, campaign_id, state,"
                                + " verdict, opened_accounts, opened, updated) VALUES (:id, :installation, :group, :campaign,"
                                + " 'open', 'allow', 0, :now, :now) ON CONFLICT DO NOTHING")
                        .bind("id", id(group))
                        .bind("installation", installation)
                        .bind("group", group)
                        .bind("campaign", campaignId)
                        .bind("now", Times.micros(now))
                        .execute()
                == 1;
    }

    /** Renews a case's name and its strongest verdict. */
    void renew(Handle handle, int group, String campaignId, Instant now) {
        String id = id(group);
        List<String> verdicts = handle.createQuery("SELECT DISTINCT verdict FROM case_member WHERE case_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list();
        Verdict strongest = verdicts.stream()
                .map(CaseTable::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.ALLOW);
        handle.createUpdate("UPDATE review_case SET campaign_id = :campaign, verdict = :verdict, updated = :now"
                        + " WHERE id = :id")
                .bind("id", id)
                .bind("campaign", campaignId)
                .bind("verdict", strongest.label())
                .bind("now", Times.micros(now))
                .execute();
        handle.createUpdate("UPDATE review_case SET opened_accounts = (SELECT COUNT(*) FROM case_member"
                        + " WHERE case_id = :id AND verdict <> 'allow') WHERE id = :id AND opened_accounts = 0")
                .bind("id", id)
                .execute();
    }

    /** Lowers the verdict of cases whose members have all left, for another case or because nothing stands on them. */
    void lower(Handle handle, Instant now) {
        handle.createUpdate("UPDATE review_case SET verdict = 'allow', updated = :now WHERE verdict <> 'allow'"
                        + " AND NOT EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = review_case.id"
                        + " AND m.verdict <> 'allow')")
                .bind("now", Times.micros(now))
                .execute();
    }

    /** Puts a finding to the case that goes by the campaign's name; says whether there is one. */
    boolean found(Handle handle, String campaignId, String finding) {
        return handle.createUpdate("UPDATE review_case SET finding = :finding"
                                + " WHERE installation = :installation AND campaign_id = :campaign")
                        .bind("finding", finding)
                        .bind("installation", installation)
                        .bind("campaign", campaignId)
                        .execute()
                > 0;
    }

    /** Moves a case to a state. */
    public void move(Handle handle, String id, CaseState state, Instant now) {
        handle.createUpdate("UPDATE review_case SET state = :state, updated = :now WHERE id = :id")
                .bind("id", id)
                .bind("state", state.label())
                .bind("now", Times.micros(now))
                .execute();
    }

    /** The name of a group's case. */
    String id(int group) {
        return "case-" + installation.substring(0, Math.min(4, installation.length())) + "-" + group;
    }

    static Verdict verdict(String label) {
        return Verdict.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private static CaseRecord row(ResultSet row) throws SQLException {
        return new CaseRecord(
                row.getString("id"),
                row.getInt("group_number"),
                row.getString("campaign_id"),
                CaseState.of(row.getString("state")),
                verdict(row.getString("verdict")),
                row.getInt("accounts"),
                row.getInt("opened_accounts"),
                row.getInt("unreviewed"),
                row.getInt("blocked"),
                Times.instant(row.getLong("opened")),
                Times.instant(row.getLong("updated")),
                row.getString("finding"));
    }
}
