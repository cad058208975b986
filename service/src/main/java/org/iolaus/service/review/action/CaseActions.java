package org.iolaus.service.review.action;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.ReviewConfig;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.CaseState;
import org.iolaus.service.review.cases.CaseTable;
import org.iolaus.service.review.cases.Member;
import org.iolaus.service.review.cases.MemberTable;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.vault.Vault;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What reviewers may do with a case, and the rules for it. Thread-safe. */
public final class CaseActions {
    private static final int ID_BYTES = 16;

    private final Reviewing reviewing;
    private final ActionTable actions;
    private final CaseTable cases;
    private final MemberTable members;
    private final Vault vault;
    private final ReviewConfig config;
    private final SecureRandom random;

    public CaseActions(
            Reviewing reviewing,
            ActionTable actions,
            CaseTable cases,
            MemberTable members,
            Vault vault,
            ReviewConfig config,
            SecureRandom random) {
        this.reviewing = reviewing;
        this.actions = actions;
        this.cases = cases;
        this.members = members;
        this.vault = vault;
        this.config = config;
        this.random = random;
    }

    /**
     * An account that a request names, or an end user of it.
     *
     * @param accountId the account
     * @param endUserId its end user, or null
     */
    public record Named(String accountId, @Nullable String endUserId) {}

    /**
     * Confirms the verdict on members; all that are not exempt if none is named. To block several takes two reviewers: the
     * first one's request is a proposal, the second one's carries it out for those whom the proposal names.
     */
    public Action confirm(Caller reviewer, String caseId, List<Named> named, boolean block, String reason) {
        String text = checked(reason);
        return reviewing.act((handle, made) -> {
            openCase(handle, caseId);
            List<SubjectKey> subjects = confirmable(handle, caseId, named, made);
            Optional<Action> proposal =
                    block ? actions.proposal(handle, caseId, made.minus(config.proposalLife())) : Optional.empty();
            Action action = action(caseId, Action.Kind.CONFIRM, block, reviewer, made, null, text, subjects);
            if (proposal.isPresent()) {
                return seconded(action, proposal.get(), named);
            }
            return block && blockedAfter(handle, caseId, subjects) >= config.secondReviewerFrom()
                    ? action.in(Action.State.PROPOSED)
                    : action;
        });
    }

    /** Overturns the verdict on members, all of them if none is named, and exempts each by name; nobody else. */
    public Action overturn(Caller reviewer, String caseId, List<Named> named, String reason) {
        String text = checked(reason);
        return reviewing.act((handle, made) -> {
            openCase(handle, caseId);
            List<SubjectKey> subjects = chosen(members.of(handle, caseId), caseId, named).stream()
                    .map(Member::who)
                    .toList();
            return action(
                    caseId, Action.Kind.OVERTURN, false, reviewer, made, made.plus(config.exemption()), text, subjects);
        });
    }

    /** Adds a note to a case. */
    public Action note(Caller reviewer, String caseId, String text) {
        return plain(reviewer, caseId, Action.Kind.NOTE, text);
    }

    /** Closes a case. */
    public Action close(Caller reviewer, String caseId, String reason) {
        return plain(reviewer, caseId, Action.Kind.CLOSE, reason);
    }

    private Action plain(Caller reviewer, String caseId, Action.Kind kind, String reason) {
        String text = checked(reason);
        return reviewing.act((handle, made) -> {
            if (kind == Action.Kind.CLOSE) {
                openCase(handle, caseId);
            } else {
                existing(handle, caseId);
            }
            return action(caseId, kind, false, reviewer, made, null, text, List.of())
                    .in(Action.State.DONE);
        });
    }

    /** A new name for an action. */
    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A reason as given, without space around it. */
    public String checked(String reason) {
        String text = reason.strip();
        if (text.isEmpty() || text.length() > config.maxReason()) {
            throw Problem.invalid("reason of " + text.length() + " characters must have 1 to " + config.maxReason());
        }
        return text;
    }

    private Action seconded(Action action, Action proposal, List<Named> named) {
        if (proposal.reviewer().equals(action.reviewer())) {
            throw Problem.conflict("reviewer " + action.reviewer() + " must not second a proposal of their own"
                    + "\nMaybe ask another reviewer to confirm the block.");
        }
        Set<String> now = subjects(action.subjects());
        if (!named.isEmpty() && !now.equals(subjects(proposal.subjects()))) {
            throw Problem.conflict("accounts must be the " + proposal.subjects().size() + " that proposal "
                    + proposal.id() + " names\nMaybe leave accounts out to second it as it is.");
        }
        return new Action(
                action.id(),
                action.caseId(),
                null,
                action.kind(),
                Action.State.PENDING,
                true,
                action.reviewer(),
                action.made(),
                null,
                action.reason(),
                proposal.subjects().stream()
                        .filter(who -> now.contains(who.subject()))
                        .toList());
    }

    /** How many members would be blocked, so that nobody blocks a campaign alone by blocking one account after another. */
    private long blockedAfter(Handle handle, String caseId, List<SubjectKey> more) {
        Set<String> blocked = subjects(more);
        members.of(handle, caseId).stream()
                .filter(member -> member.outcome() == Member.Outcome.BLOCKED)
                .forEach(member -> blocked.add(member.who().subject()));
        return blocked.size();
    }

    private static Set<String> subjects(List<SubjectKey> subjects) {
        return subjects.stream().map(SubjectKey::subject).collect(Collectors.toCollection(HashSet::new));
    }

    private CaseRecord existing(Handle handle, String caseId) {
        return cases.find(handle, caseId)
                .orElseThrow(() -> Problem.unknown("case " + caseId + " must be one that exists"));
    }

    private void openCase(Handle handle, String caseId) {
        if (existing(handle, caseId).state() == CaseState.CLOSED) {
            throw Problem.conflict("case " + caseId + " is closed and takes notes alone");
        }
    }

    private List<SubjectKey> confirmable(Handle handle, String caseId, List<Named> named, Instant now) {
        List<Member> chosen = chosen(members.of(handle, caseId), caseId, named);
        long exempt = chosen.stream().filter(member -> member.exempt(now)).count();
        if (!named.isEmpty() && exempt > 0) {
            throw Problem.conflict(exempt + " of the accounts named are exempt from verdicts and must not be confirmed"
                    + "\nMaybe wait until the exemption ends, or leave them out.");
        }
        List<SubjectKey> subjects = chosen.stream()
                .filter(member -> !member.exempt(now))
                .map(Member::who)
                .toList();
        if (subjects.isEmpty()) {
            throw Problem.conflict("case " + caseId + " has no member that could be confirmed");
        }
        return subjects;
    }

    private List<Member> chosen(List<Member> all, String caseId, List<Named> named) {
        if (named.isEmpty()) {
            return all;
        }
        Set<String> wanted = new HashSet<>();
        named.forEach(each -> wanted.add(vault.subject(each.accountId(), each.endUserId())));
        List<Member> chosen = all.stream()
                .filter(member -> wanted.contains(member.who().subject()))
                .toList();
        if (chosen.size() < wanted.size()) {
            throw Problem.invalid(
                    (wanted.size() - chosen.size()) + " of the accounts named are no members of case " + caseId);
        }
        return chosen;
    }

    private Action action(
            String caseId,
            Action.Kind kind,
            boolean block,
            Caller reviewer,
            Instant made,
            @Nullable Instant until,
            String reason,
            List<SubjectKey> subjects) {
        return new Action(
                newId(),
                caseId,
                null,
                kind,
                Action.State.PENDING,
                block,
                reviewer.keyId(),
                made,
                until,
                reason,
                subjects);
    }
}
