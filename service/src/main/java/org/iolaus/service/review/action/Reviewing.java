package org.iolaus.service.review.action;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.iolaus.service.access.Problem;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.review.ReviewConfig;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseAway;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries actions out, one after another. An action is first written down as pending, then its reviews are logged as facts
 * and forced to disk, then what follows from it and its audit entry are written in one transaction; only then is it
 * answered as done. If the log refuses it, nothing is left of it. If the database goes away after the log took it, it holds
 * and is entered later: by {@link #settle} or, after a crash, by {@link Reconciliation}. Thread-safe.
 */
public final class Reviewing {
    private static final Logger LOG = LoggerFactory.getLogger(Reviewing.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Database database;
    private final ActionTable actions;
    private final Completion completion;
    private final ReviewLog log;
    private final InstantSource clock;
    private final Consumer<Action> done;
    private final ReentrantLock turn = new ReentrantLock();
    /** Pending actions whose facts are on disk. */
    private final Set<String> logged = new HashSet<>();

    private Instant last = Instant.EPOCH;

    /** @param done hears of actions that hold from now on */
    public Reviewing(
            Database database,
            ActionTable actions,
            Completion completion,
            FactSink sink,
            ReviewConfig config,
            InstantSource clock,
            Consumer<Action> done) {
        this.database = database;
        this.actions = actions;
        this.completion = completion;
        log = new ReviewLog(sink, config.logPatience());
        this.clock = clock;
        this.done = done;
    }

    /**
     * Carries out the action that is made of the present state, or writes it down as a proposal.
     *
     * @param plan makes the action within a transaction, at the time given; it throws {@link Problem} to refuse
     * @throws Problem if it is refused, or cannot be carried out now
     */
    Action act(Planner plan) {
        turn.lock();
        try {
            Instant made = next();
            Action action = database.transact(handle -> {
                Action planned = plan.plan(handle, made);
                actions.insert(handle, planned);
                if (planned.state() != Action.State.PENDING) {
                    completion.enter(handle, planned);
                }
                return planned;
            });
            return action.state() == Action.State.PENDING ? log(action) : action;
        } finally {
            turn.unlock();
        }
    }

    /** Makes an action of the state that a transaction sees. */
    @FunctionalInterface
    interface Planner {
        Action plan(Handle handle, Instant made);
    }

    /** Enters actions that were logged while the database was away. To be called every few seconds. */
    public void settle() {
        turn.lock();
        try {
            if (!logged.isEmpty()) {
                pending().stream()
                        .filter(action -> logged.contains(action.id()))
                        .forEach(this::complete);
            }
        } finally {
            turn.unlock();
        }
    }

    private Action log(Action action) {
        return switch (log.write(action)) {
            case ReviewLog.Written.Durable durable -> entered(action);
            case ReviewLog.Written.Refused refused -> throw refused(action, refused);
            case ReviewLog.Written.Unknown unknown ->
                throw Problem.unavailable(
                        "action " + action.id() + " may not have been logged: " + unknown.reason()
                                + "\nMaybe look at the case after the service was restarted; that will tell.",
                        SOON);
        };
    }

    private Action entered(Action action) {
        logged.add(action.id());
        try {
            return complete(action);
        } catch (DatabaseAway e) {
            throw Problem.unavailable(
                    "action " + action.id() + " is logged and holds; it will be entered when the database is back"
                            + "\nMaybe look at the case then instead of sending it again.",
                    SOON);
        }
    }

    private Problem refused(Action action, ReviewLog.Written.Refused refused) {
        try {
            database.transact(handle -> {
                actions.delete(handle, action.id());
                return action;
            });
        } catch (DatabaseAway e) {
            LOG.warn("action {} was not logged and stays pending until a restart", action.id());
        }
        return Problem.unavailable(
                "the log must be writable: " + refused.reason() + "; nothing was done", refused.retryAfter());
    }

    private Action complete(Action action) {
        Action complete = action.in(Action.State.DONE);
        database.transact(handle -> {
            actions.move(handle, action.id(), Action.State.DONE);
            completion.enter(handle, complete);
            return complete;
        });
        logged.remove(action.id());
        done.accept(complete);
        return complete;
    }

    private List<Action> pending() {
        return database.transact(handle -> actions.in(handle, Action.State.PENDING));
    }

    /** A time that no action has yet. */
    private Instant next() {
        if (last.equals(Instant.EPOCH)) {
            last = database.transact(actions::last);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }
}
