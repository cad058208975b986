package org.iolaus.service.review;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.review.action.Action;
import org.iolaus.service.review.action.ActionTable;
import org.iolaus.service.review.action.AppealTable;
import org.iolaus.service.review.action.Appeals;
import org.iolaus.service.review.action.CaseActions;
import org.iolaus.service.review.action.Completion;
import org.iolaus.service.review.action.Reconciliation;
import org.iolaus.service.review.action.References;
import org.iolaus.service.review.action.Reviewing;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.cases.CaseBook;
import org.iolaus.service.review.cases.CaseTable;
import org.iolaus.service.review.cases.MemberTable;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of reviewing, put together over one database. Thread-safe. */
public final class Reviews {
    private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

    private final Database database;
    private final CaseTable cases;
    private final MemberTable members;
    private final ActionTable actions;
    private final AuditLog audit;
    private final CaseBook book;
    private final Reviewing reviewing;
    private final CaseActions caseActions;
    private final Appeals appeals;
    private final References references;
    private final Reconciliation reconciliation;
    private final InstantSource clock;
    private Runnable unreconciled = () -> {};
    private final Consumer<Action> done;

    /**
     * @param installation see {@link Installation}
     * @param sink where reviews are logged
     * @param done hears of every action from the moment on that it holds
     */
    public Reviews(
            ReviewConfig config,
            Database database,
            Vault vault,
            String installation,
            FactSink sink,
            Consumer<Action> done,
            InstantSource clock,
            SecureRandom random) {
        this.database = database;
        this.done = done;
        this.clock = clock;
        cases = new CaseTable(installation);
        members = new MemberTable(vault);
        actions = new ActionTable(vault);
        audit = new AuditLog(database, clock);
        book = new CaseBook(database, vault, cases, members, audit, clock);
        references = new References(database, vault);
        AppealTable appealTable = new AppealTable(vault);
        Completion completion = new Completion(actions, cases, members, appealTable, audit);
        reviewing = new Reviewing(database, actions, completion, sink, config, clock, done);
        caseActions = new CaseActions(reviewing, actions, cases, members, vault, config, random);
        appeals = new Appeals(
                database, reviewing, caseActions, actions, appealTable, references, cases, audit, config, clock);
        reconciliation = new Reconciliation(database, vault, actions, completion, random);
    }

    /** Takes rulings and findings. */
    public CaseBook book() {
        return book;
    }

    public CaseActions actions() {
        return caseActions;
    }

    public Appeals appeals() {
        return appeals;
    }

    public AuditLog audit() {
        return audit;
    }

    public References references() {
        return references;
    }

    /**
     * Sets the database beside the log; to be called at the start, before anything else. If the database is away just then,
     * {@link #catchUp} does it.
     *
     * @param logged all reviews that the log holds from a time on
     * @param from that time
     */
    public synchronized void reconcile(Collection<Review> logged, Instant from) {
        Instant started = clock.instant();
        unreconciled = () -> reconciliation.reconcile(logged, from, started).stream()
                .filter(action -> action.state() == Action.State.DONE && action.kind() != Action.Kind.UNACCOUNTED)
                .forEach(done);
        try {
            reconcile();
        } catch (DatabaseAway e) {
            LOG.warn("reviews in the log are compared later: {}", e.getMessage());
        }
    }

    private synchronized void reconcile() {
        unreconciled.run();
        unreconciled = () -> {};
    }

    /** Does what had to wait for the database; to be called every few seconds. */
    public void catchUp() {
        reconcile();
        reviewing.settle();
        references.write();
    }

    /** Whom reviewers decided to block, whatever the detector says of them later. */
    public List<SubjectKey> blocked() {
        return database.transact(members::blocked);
    }

    /** Cases, for reading. */
    public CaseTable cases() {
        return cases;
    }

    /** Members of cases, for reading. */
    public MemberTable members() {
        return members;
    }

    /** What was done, for reading. */
    public ActionTable history() {
        return actions;
    }
}
