package org.iolaus.service.review.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseAway;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The references that customers quote, with the decision each stands for. Taking one in never waits; {@link #write} brings
 * them to the database. While it is away they wait in memory, and beyond so many the newest are let go and counted.
 * Thread-safe.
 */
public final class References {
    private static final Logger LOG = LoggerFactory.getLogger(References.class);
    private static final int MAX_WAITING = 100_000;
    private static final int TOGETHER = 1000;

    private final Database database;
    private final Vault vault;
    private final BlockingQueue<DecisionReference> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final List<DecisionReference> held = new ArrayList<>();
    private final AtomicLong lost = new AtomicLong();

    /** Whom a reference is about, and the group that it came from. */
    record Known(SubjectKey who, int group) {}

    public References(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Takes a decision in; the same reference once more changes nothing. Never waits. */
    public void record(DecisionReference decision) {
        if (!waiting.offer(decision)) {
            lost.incrementAndGet();
        }
    }

    /** References that were let go because the database was away too long. */
    public long lost() {
        return lost.get();
    }

    /** Writes what waits; to be called every second or so. Leaves it waiting if the database is away. */
    public synchronized void write() {
        while (held.size() + waiting.drainTo(held, TOGETHER - held.size()) > 0 && !held.isEmpty()) {
            try {
                vault.prepare(held.stream().map(DecisionReference::accountId).toList());
                database.transact(handle -> {
                    keep(handle, held);
                    return held.size();
                });
                held.clear();
            } catch (DatabaseAway e) {
                LOG.warn("{} references of decisions wait: {}", held.size() + waiting.size(), e.getMessage());
                return;
            }
        }
    }

    /** Since when each decision that is kept stands, served or in shadow, by its reference without hyphens. */
    public Map<String, Instant> since() {
        return database.transact(handle -> {
            Map<String, Instant> since = new HashMap<>();
            handle.createQuery("SELECT reference, since FROM decision_reference")
                    .map((row, context) -> Map.entry(row.getString("reference"), Times.instant(row.getLong("since"))))
                    .forEach(each -> since.put(each.getKey(), each.getValue()));
            return since;
        });
    }

    Optional<Known> find(Handle handle, String reference) {
        return handle.createQuery("SELECT d.end_user, d.group_number, k.* FROM decision_reference d"
                        + " JOIN data_key k ON k.ref = d.data_key WHERE d.reference = :reference AND d.served")
                .bind("reference", plain(reference))
                .map((row, context) -> {
                    DataKey key = vault.key(row);
                    String endUser = key.openOrNull(SubjectKey.END_USER, row.getBytes("end_user"));
                    return new Known(
                            new SubjectKey(vault.subject(key.owner(), endUser), key, endUser),
                            row.getInt("group_number"));
                })
                .findOne();
    }

    private void keep(Handle handle, List<DecisionReference> decisions) {
        insert(handle, decisions);
        update(
                handle,
                "UPDATE decision_reference SET since = :time WHERE reference = :reference AND since < :time",
                decisions,
                DecisionReference::since);
        update(
                handle,
                "UPDATE decision_reference SET served = TRUE, made = :time WHERE reference = :reference AND NOT served",
                decisions.stream().filter(DecisionReference::served).toList(),
                DecisionReference::made);
    }

    /** What was kept in shadow and is served now, or stands anew. */
    private static void update(
            Handle handle, String sql, List<DecisionReference> decisions, Function<DecisionReference, Instant> time) {
        PreparedBatch batch = handle.prepareBatch(sql);
        decisions.forEach(decision -> batch.bind("reference", plain(decision.reference()))
                .bind("time", Times.micros(time.apply(decision)))
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void insert(Handle handle, List<DecisionReference> decisions) {
        Map<String, DataKey> keys = vault.ofAccounts(
                handle,
                decisions.stream().map(DecisionReference::accountId).distinct().toList());
        PreparedBatch batch = handle.prepareBatch("INSERT INTO decision_reference (reference, data_key, end_user,"
                + " group_number, action, reason_code, served, made, since, expires) VALUES (:reference, :key, :endUser,"
                + " :group, :action, :reason, :served, :made, :since, :expires) ON CONFLICT DO NOTHING");
        for (DecisionReference decision : decisions) {
            DataKey key = keys.get(decision.accountId());
            if (key == null) {
                continue;
            }
            batch.bind("reference", plain(decision.reference()))
                    .bind("key", key.ref())
                    .bind("endUser", key.sealOrNull(SubjectKey.END_USER, decision.endUserId()))
                    .bind("group", decision.group())
                    .bind("action", decision.action())
                    .bind("reason", decision.reasonCode())
                    .bind("served", decision.served())
                    .bind("made", Times.micros(decision.made()))
                    .bind("since", Times.micros(decision.since()))
                    .bind("expires", Times.microsOrNull(decision.expires()))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** A reference as it is compared: people leave out hyphens and write small letters. */
    static String plain(String reference) {
        return reference.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
