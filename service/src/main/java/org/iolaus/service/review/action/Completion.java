package org.iolaus.service.review.action;

import java.time.Instant;
import java.util.List;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.cases.CaseState;
import org.iolaus.service.review.cases.CaseTable;
import org.iolaus.service.review.cases.Member;
import org.iolaus.service.review.cases.MemberTable;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Enters what follows from an action, with its audit entry, in one transaction. Thread-safe. */
public final class Completion {
    private final ActionTable actions;
    private final CaseTable cases;
    private final MemberTable members;
    private final AppealTable appeals;
    private final AuditLog audit;

    public Completion(ActionTable actions, CaseTable cases, MemberTable members, AppealTable appeals, AuditLog audit) {
        this.actions = actions;
        this.cases = cases;
        this.members = members;
        this.appeals = appeals;
        this.audit = audit;
    }

    /** Enters an action that is in the table already. */
    void enter(Handle handle, Action action) {
        if (action.state() == Action.State.DONE) {
            follow(handle, action);
        }
        audit.append(handle, entry(handle, action));
    }

    private void follow(Handle handle, Action action) {
        switch (action.kind()) {
            case CONFIRM -> {
                Member.Outcome outcome = action.block() ? Member.Outcome.BLOCKED : Member.Outcome.CONFIRMED;
                members.decided(handle, action.subjects(), outcome, null);
                move(handle, action, CaseState.CONFIRMED);
                settleProposals(handle, action, action.block() ? Action.State.DONE : Action.State.PROPOSED);
            }
            case OVERTURN -> {
                members.decided(handle, action.subjects(), Member.Outcome.OVERTURNED, action.until());
                if (allOverturned(handle, action)) {
                    move(handle, action, CaseState.OVERTURNED);
                }
                settleProposals(handle, action, Action.State.ABANDONED);
                if (action.appealId() != null) {
                    appeals.decide(handle, action.appealId(), Appeal.State.GRANTED, action);
                }
            }
            case CLOSE -> {
                move(handle, action, CaseState.CLOSED);
                settleProposals(handle, action, Action.State.ABANDONED);
            }
            case NOTE, UNACCOUNTED -> {}
        }
    }

    private void move(Handle handle, Action action, CaseState state) {
        if (action.caseId() != null) {
            cases.move(handle, action.caseId(), state, action.made());
        }
    }

    private void settleProposals(Handle handle, Action action, Action.State state) {
        if (action.caseId() != null && state != Action.State.PROPOSED) {
            List<Action> proposals = actions.of(handle, action.caseId()).stream()
                    .filter(other -> other.state() == Action.State.PROPOSED)
                    .toList();
            proposals.forEach(other -> actions.move(handle, other.id(), state));
        }
    }

    private boolean allOverturned(Handle handle, Action action) {
        return action.caseId() != null
                && members.of(handle, action.caseId()).stream()
                        .allMatch(member -> member.outcome() == Member.Outcome.OVERTURNED);
    }

    private AuditEntry entry(Handle handle, Action action) {
        AuditEntry entry = new AuditEntry("review." + action.kind().label(), action.reviewer())
                .put("state", action.state().label())
                .put("review", action.id())
                .put("case", action.caseId())
                .put("appeal", action.appealId())
                .put("block", action.block() ? "true" : null)
                .put("made", action.made().toString())
                .put("until", text(action.until()))
                .put("accounts_named", action.subjects().size())
                .reason(actions.keyOf(handle, action), action.reason());
        action.subjects().forEach(who -> entry.account(who.key(), who.endUserId()));
        return entry;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Times.instant(Times.micros(time)).toString();
    }
}
