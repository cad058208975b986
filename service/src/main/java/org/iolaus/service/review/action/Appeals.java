package org.iolaus.service.review.action;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.ReviewConfig;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.CaseTable;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Appeals by the reference that a customer was given. Whoever confirmed the verdict on that customer does not decide on
 * the appeal. Thread-safe.
 */
public final class Appeals {
    private final Database database;
    private final Reviewing reviewing;
    private final CaseActions rules;
    private final ActionTable actions;
    private final AppealTable appeals;
    private final References references;
    private final CaseTable cases;
    private final AuditLog audit;
    private final ReviewConfig config;
    private final InstantSource clock;

    public Appeals(
            Database database,
            Reviewing reviewing,
            CaseActions rules,
            ActionTable actions,
            AppealTable appeals,
            References references,
            CaseTable cases,
            AuditLog audit,
            ReviewConfig config,
            InstantSource clock) {
        this.database = database;
        this.reviewing = reviewing;
        this.rules = rules;
        this.actions = actions;
        this.appeals = appeals;
        this.references = references;
        this.cases = cases;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Files an appeal; one that is open already against the same decision is returned as it is. */
    public Appeal file(Caller caller, String reference, String statement) {
        String text = rules.checked(statement);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.transact(handle -> {
            References.Known known = references
                    .find(handle, reference)
                    .orElseThrow(() -> Problem.unknown("reference " + reference + " must be one that a decision gave"));
            Optional<Appeal> open = appeals.open(handle, References.plain(reference));
            return open.orElseGet(() -> {
                String caseId = known.group() == 0
                        ? null
                        : cases.ofGroup(handle, known.group())
                                .map(CaseRecord::id)
                                .orElse(null);
                Appeal appeal = new Appeal(
                        rules.newId(),
                        References.plain(reference),
                        caseId,
                        known.who(),
                        Appeal.State.OPEN,
                        now,
                        caller.keyId(),
                        text,
                        null,
                        null,
                        null);
                appeals.insert(handle, appeal);
                audit.append(handle, entry("appeal.file", caller, appeal));
                return appeal;
            });
        });
    }

    /** Appeals, oldest first; in one state unless it is null. */
    public List<Appeal> list(Appeal.@Nullable State state, int offset, int count) {
        return database.transact(handle -> appeals.list(handle, state, offset, count));
    }

    /** Decides an appeal: grants it, which exempts the customer, or lets the decision stand. */
    public Appeal decide(Caller reviewer, String id, boolean grant, String answer) {
        String text = rules.checked(answer);
        if (grant) {
            reviewing.act((handle, made) -> grant(handle, reviewer, id, made, text));
        } else {
            database.transact(handle -> refuse(handle, reviewer, id, text));
        }
        return database.transact(handle -> appeals.find(handle, id)).orElseThrow();
    }

    private Action grant(Handle handle, Caller reviewer, String id, Instant made, String answer) {
        Appeal appeal = open(handle, reviewer, id);
        return new Action(
                rules.newId(),
                appeal.caseId(),
                appeal.id(),
                Action.Kind.OVERTURN,
                Action.State.PENDING,
                false,
                reviewer.keyId(),
                made,
                made.plus(config.exemption()),
                answer,
                List.of(appeal.who()));
    }

    private Appeal refuse(Handle handle, Caller reviewer, String id, String answer) {
        Appeal appeal = open(handle, reviewer, id);
        appeals.decide(
                handle,
                id,
                Appeal.State.REFUSED,
                reviewer.keyId(),
                Times.micros(clock.instant()),
                answer,
                appeal.who().key());
        audit.append(
                handle,
                entry("appeal.refuse", reviewer, appeal).reason(appeal.who().key(), answer));
        return appeal;
    }

    private Appeal open(Handle handle, Caller reviewer, String id) {
        Appeal appeal = appeals.find(handle, id)
                .orElseThrow(() -> Problem.unknown("appeal " + id + " must be one that exists"));
        if (appeal.state() != Appeal.State.OPEN) {
            throw Problem.conflict("appeal " + id + " is " + appeal.state().label() + " already");
        }
        if (actions.confirmedBy(handle, appeal.who().subject()).contains(reviewer.keyId())) {
            throw Problem.conflict("appeal " + id + " must be decided by another reviewer than " + reviewer.keyId()
                    + ", who confirmed what it is against");
        }
        return appeal;
    }

    private static AuditEntry entry(String action, Caller caller, Appeal appeal) {
        return new AuditEntry(action, caller.keyId())
                .put("appeal", appeal.id())
                .put("case", appeal.caseId())
                .account(appeal.who().key(), appeal.who().endUserId());
    }
}
