package org.iolaus.service.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.TestClock;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Scope;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.review.action.Action;
import org.iolaus.service.review.action.DecisionReference;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.Member;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.StoreConfig;
import org.iolaus.service.store.TestDatabase;
import org.iolaus.service.store.Times;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.iolaus.watermark.keys.Secret;
import org.jdbi.v3.core.Handle;

/** Reviewing over a real database, a fact log in memory, and a clock that stands still. */
public final class ReviewWorld implements AutoCloseable {
    public static final Caller ANNA = reviewer("anna");
    public static final Caller BERT = reviewer("bert");
    private static final String INSTALLATION = "00112233aabbccdd";

    public final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00Z"));
    public final TestSink sink = new TestSink();
    public final List<Action> done = new ArrayList<>();
    public final ReviewConfig config;
    public final SecureRandom random = new SecureRandom();
    private final StoreConfig store;
    private final LocalKeyEncryption encryption = new LocalKeyEncryption(Secret.random(random), random);
    public Database database;
    public Vault vault;
    public Reviews reviews;

    public ReviewWorld(TestDatabase kind, Path folder) {
        this(kind.fresh(folder), ReviewConfig.DEFAULT);
    }

    public ReviewWorld(StoreConfig store, ReviewConfig config) {
        this.store = store;
        this.config = config;
        database = Database.open(store);
        vault = vault();
        reviews = reviews();
    }

    /** Closes the database and starts again, as after a crash. */
    public void restart() {
        database.close();
        database = Database.open(store);
        vault = vault();
        reviews = reviews();
        reviews.reconcile(sink.reviews(), Instant.EPOCH);
    }

    /** Has the detector restrict accounts as one campaign; returns its case. */
    public CaseRecord campaign(int group, String... accounts) {
        List<Ruling> rulings = new ArrayList<>();
        for (String account : accounts) {
            rulings.add(new Ruling(
                    account,
                    null,
                    Verdict.RESTRICT,
                    group,
                    "cmp-2026-03-000" + group,
                    Times.micros(clock.instant()),
                    14,
                    false));
        }
        reviews.book().ruled(rulings);
        return ofGroup(group);
    }

    /** What an account restricted as a member of group 7 is told. */
    public DecisionReference reference(String reference, String account) {
        Instant now = clock.instant();
        return new DecisionReference(reference, account, null, 7, "restrict", "campaign", true, now, now, null);
    }

    public CaseRecord ofGroup(int group) {
        return database.transact(handle -> reviews.cases().ofGroup(handle, group))
                .orElseThrow();
    }

    public List<Member> members(CaseRecord of) {
        return database.transact(handle -> reviews.members().of(handle, of.id()));
    }

    public List<Action> history(CaseRecord of) {
        return database.transact(handle -> reviews.history().of(handle, of.id()));
    }

    /** Reads the database. */
    public <T> T in(Function<Handle, T> work) {
        return database.transact(work);
    }

    @Override
    public void close() {
        database.close();
    }

    private Vault vault() {
        try {
            return Vault.open(database, encryption, random, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reviews reviews() {
        return new Reviews(config, database, vault, INSTALLATION, sink, done::add, clock, random);
    }

    private static Caller reviewer(String name) {
        return new Caller(name, name, Set.of(Scope.REVIEW));
    }
}
