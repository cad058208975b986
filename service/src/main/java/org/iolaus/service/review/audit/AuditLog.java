package org.iolaus.service.review.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * The chain in the database. Entries are added in the transaction of what they tell of, one after another; nothing
 * changes or removes one. Thread-safe.
 */
public final class AuditLog {
    private static final int PAGE = 500;

    private final Database database;
    private final InstantSource clock;

    public AuditLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds an entry within a transaction; the chain's head stays locked until it ends. */
    public void append(Handle handle, AuditEntry entry) {
        AuditHead head = handle.createQuery("SELECT sequence, hash FROM audit_head WHERE id = 1 FOR UPDATE")
                .map((row, context) -> new AuditHead(row.getLong("sequence"), row.getString("hash")))
                .one();
        long sequence = head.sequence() + 1;
        String text = entry.canonical(sequence, clock.instant().toString());
        String hash = Link.hash(head.hash(), text);
        handle.createUpdate("INSERT INTO audit_entry (sequence, hash, entry) VALUES (:sequence, :hash, :entry)")
                .bind("sequence", sequence)
                .bind("hash", hash)
                .bind("entry", text)
                .execute();
        handle.createUpdate("UPDATE audit_head SET sequence = :sequence, hash = :hash WHERE id = 1")
                .bind("sequence", sequence)
                .bind("hash", hash)
                .execute();
    }

    /** Adds an entry by itself. */
    public void append(AuditEntry entry) {
        database.transact(handle -> {
            append(handle, entry);
            return entry;
        });
    }

    /** Entries after a number, in order, a page at a time. */
    public List<Link> after(long sequence, int count) {
        return database.transact(
                handle -> handle.createQuery("SELECT sequence, hash, entry FROM audit_entry WHERE sequence > :after"
                                + " ORDER BY sequence LIMIT :count")
                        .bind("after", sequence)
                        .bind("count", count)
                        .map((row, context) -> new Link(row.getLong(1), row.getString(2), row.getString(3)))
                        .list());
    }

    /** All entries, in order. */
    public void forEach(Consumer<Link> use) {
        List<Link> page = after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(use);
            page = after(page.getLast().sequence(), PAGE);
        }
    }

    public AuditHead head() {
        return database.transact(handle -> handle.createQuery("SELECT sequence, hash FROM audit_head WHERE id = 1")
                .map((row, context) -> new AuditHead(row.getLong(1), row.getString(2)))
                .one());
    }

    /** Notes down the head as it is now, to be published; empty if nothing was added since the last time. */
    public Optional<AuditHead> commit() {
        AuditHead head = head();
        int added = head.sequence() == 0
                ? 0
                : database.transact(handle -> handle.createUpdate("INSERT INTO audit_commitment (sequence, hash, made)"
                                + " VALUES (:sequence, :hash, :made) ON CONFLICT DO NOTHING")
                        .bind("sequence", head.sequence())
                        .bind("hash", head.hash())
                        .bind("made", Times.micros(clock.instant()))
                        .execute());
        return added == 0 ? Optional.empty() : Optional.of(head);
    }

    /** Heads noted down so far, oldest first. */
    public List<AuditHead> commitments() {
        return database.transact(
                handle -> handle.createQuery("SELECT sequence, hash FROM audit_commitment ORDER BY sequence")
                        .map((row, context) -> new AuditHead(row.getLong(1), row.getString(2)))
                        .list());
    }
}
