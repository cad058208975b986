package org.iolaus.service.review.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * Lets go of what has been kept long enough, and destroys the keys that nothing hangs on any more. Accounts under legal
 * hold keep what there is, and the cases they are in stay. Thread-safe.
 */
public final class Retention {
    /** A key this young may belong to a row that is being written. */
    private static final Duration SETTLED = Duration.ofHours(1);

    /** Longer than anything is kept. */
    private static final Duration EVER = Duration.ofDays(100 * 365);

    private static final List<String> HELD_BY = List.of(
            "case_member", "action_subject", "decision_reference", "appeal", "verification", "legal_hold", "sample");

    private final Database database;
    private final Vault vault;
    private final AuditLog audit;
    private final RetentionConfig config;
    private final boolean samplesKept;
    private final InstantSource clock;

    /** @param samplesKept whether samples are turned on; if not, those that are left go too */
    public Retention(
            Database database,
            Vault vault,
            AuditLog audit,
            RetentionConfig config,
            boolean samplesKept,
            InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.config = config;
        this.samplesKept = samplesKept;
        this.clock = clock;
    }

    /** Does a day's work; returns how many rows of each kind were let go. */
    public Map<String, Integer> run() {
        Instant now = clock.instant();
        return database.transact(handle -> {
            Map<String, Integer> gone = new TreeMap<>();
            put(gone, "holds", delete(handle, "legal_hold WHERE until <= :time", now));
            put(gone, "cases", cases(handle, now));
            put(
                    gone,
                    "actions",
                    delete(
                            handle,
                            "review_action WHERE case_id IS NULL AND made < :time AND NOT EXISTS (SELECT 1 FROM action_subject s"
                                    + " JOIN legal_hold h ON h.data_key = s.data_key WHERE s.action_id = review_action.id)",
                            now.minus(config.cases())));
            put(
                    gone,
                    "appeals",
                    delete(handle, "appeal WHERE decided < :time AND " + free("appeal"), now.minus(config.cases())));
            put(
                    gone,
                    "verifications",
                    delete(
                            handle,
                            "verification WHERE (expires < :time OR (state <> 'verified' AND updated < :time)) AND "
                                    + free("verification"),
                            now.minus(config.cases())));
            put(
                    gone,
                    "references",
                    delete(
                            handle,
                            "decision_reference WHERE made < :time AND " + free("decision_reference"),
                            now.minus(config.references())));
            Instant expired = samplesKept ? now : now.plus(EVER);
            put(gone, "samples", delete(handle, "sample WHERE expires <= :time AND " + free("sample"), expired));
            put(
                    gone,
                    "alerts",
                    delete(handle, "alert WHERE state <> 'waiting' AND raised < :time", now.minus(config.alerts())));
            put(gone, "erasures", delete(handle, "erased WHERE until <= :time", now));
            put(gone, "keys", keys(handle, now.minus(SETTLED)));
            if (!gone.isEmpty()) {
                AuditEntry entry = new AuditEntry("retention", "service");
                gone.forEach((kind, count) -> entry.put(kind, count));
                audit.append(handle, entry);
            }
            return gone;
        });
    }

    private int cases(Handle handle, Instant now) {
        List<String> old = handle.createQuery("SELECT id FROM review_case WHERE updated < :time AND NOT EXISTS"
                        + " (SELECT 1 FROM case_member m JOIN legal_hold h ON h.data_key = m.data_key"
                        + " WHERE m.case_id = review_case.id)")
                .bind("time", Times.micros(now.minus(config.cases())))
                .mapTo(String.class)
                .list();
        for (String id : old) {
            handle.createUpdate("DELETE FROM review_case WHERE id = :id")
                    .bind("id", id)
                    .execute();
            vault.destroy(handle, vault.ofCase(handle, id));
        }
        return old.size();
    }

    private static int keys(Handle handle, Instant before) {
        StringBuilder unused = new StringBuilder("data_key WHERE kind = 'account' AND created < :time");
        HELD_BY.forEach(table -> unused.append(" AND NOT EXISTS (SELECT 1 FROM ")
                .append(table)
                .append(" x WHERE x.data_key = data_key.ref)"));
        return delete(handle, unused.toString(), before);
    }

    /** That an account whose row this is is under no hold. */
    private static String free(String table) {
        return "NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.data_key = " + table + ".data_key)";
    }

    private static int delete(Handle handle, String what, Instant time) {
        return handle.createUpdate("DELETE FROM " + what)
                .bind("time", Times.micros(time))
                .execute();
    }

    private static void put(Map<String, Integer> gone, String kind, int count) {
        if (count > 0) {
            gone.put(kind, count);
        }
    }
}
