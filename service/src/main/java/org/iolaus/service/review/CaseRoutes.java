package org.iolaus.service.review;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.iolaus.service.access.Answer;
import org.iolaus.service.access.Body;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Handler;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Request;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.review.action.Action;
import org.iolaus.service.review.action.CaseActions.Named;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.CaseState;
import org.iolaus.service.review.cases.Member;
import org.iolaus.service.review.retention.Samples;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Routes for cases: read them, confirm, overturn, annotate, close. */
final class CaseRoutes {
    private static final Set<String> NAMED = Set.of("account_id", "end_user_id");

    private final Database database;
    private final Reviews reviews;
    private final Samples samples;

    CaseRoutes(Database database, Reviews reviews, Samples samples) {
        this.database = database;
        this.reviews = reviews;
        this.samples = samples;
    }

    List<Route> routes() {
        return List.of(
                Request.route(
                        HttpMethod.GET,
                        "/v1/cases",
                        Scope.REVIEW,
                        "Lists cases, last changed first",
                        Set.of(),
                        this::list),
                Request.route(
                        HttpMethod.GET,
                        "/v1/cases/{id}",
                        Scope.REVIEW,
                        "Shows a case, its members and what was done",
                        Set.of(),
                        this::show),
                post(
                        "confirm",
                        "Confirms the verdict on members",
                        Set.of("accounts", "block", "reason"),
                        request -> done(reviews.actions()
                                .confirm(
                                        request.caller(),
                                        request.path("id"),
                                        named(request.body()),
                                        request.body().flag("block"),
                                        request.body().text("reason")))),
                post(
                        "overturn",
                        "Overturns the verdict on members and exempts them",
                        Set.of("accounts", "reason"),
                        request -> done(reviews.actions()
                                .overturn(
                                        request.caller(),
                                        request.path("id"),
                                        named(request.body()),
                                        request.body().text("reason")))),
                post(
                        "notes",
                        "Adds a note to a case",
                        Set.of("text"),
                        request -> done(reviews.actions()
                                .note(
                                        request.caller(),
                                        request.path("id"),
                                        request.body().text("text")))),
                post(
                        "close",
                        "Closes a case",
                        Set.of("reason"),
                        request -> done(reviews.actions()
                                .close(
                                        request.caller(),
                                        request.path("id"),
                                        request.body().text("reason")))));
    }

    private static Route post(String what, String summary, Set<String> fields, Handler handler) {
        return Request.route(HttpMethod.POST, "/v1/cases/{id}/" + what, Scope.REVIEW, summary, fields, handler);
    }

    private Answer list(Request request) {
        CaseState state = state(request.query("state"));
        return database.transact(handle -> Answer.list(
                "cases",
                reviews.cases().list(handle, state, request.offset(), request.limit()).stream()
                        .map(CaseRoutes::fields)
                        .toList()));
    }

    private Answer show(Request request) {
        return database.transact(handle -> {
            String id = request.path("id");
            CaseRecord found = reviews.cases()
                    .find(handle, id)
                    .orElseThrow(() -> Problem.unknown("case " + id + " must be one that exists"));
            List<Shown> members = reviews.members().of(handle, id, request.offset(), request.limit()).stream()
                    .map(member ->
                            new Shown(member, samples.of(handle, member.who().key())))
                    .toList();
            note(handle, request.caller(), id, members);
            return Answer.of(fields(found)
                    .put("finding", Body.parsed(found.finding()))
                    .list("members", members, CaseRoutes::member)
                    .list("history", reviews.history().of(handle, id), CaseRoutes::action));
        });
    }

    /** A member and the prompts that are kept of its account. */
    private record Shown(Member member, List<Samples.Sample> prompts) {}

    /** Enters who is shown prompts of whom; in the transaction that reads them, so that none is shown unnoted. */
    private void note(Handle handle, Caller caller, String caseId, List<Shown> members) {
        List<Shown> read =
                members.stream().filter(each -> !each.prompts().isEmpty()).toList();
        if (read.isEmpty()) {
            return;
        }
        AuditEntry entry = new AuditEntry("samples.read", caller.keyId())
                .put("case", caseId)
                .put(
                        "samples",
                        read.stream().mapToInt(each -> each.prompts().size()).sum());
        read.forEach(each ->
                entry.account(each.member().who().key(), each.member().who().endUserId()));
        reviews.audit().append(handle, entry);
    }

    private static Answer done(Action action) {
        boolean waits = action.state() == Action.State.PROPOSED;
        return new Answer.Json(waits ? HttpStatus.ACCEPTED : HttpStatus.OK, action(action));
    }

    private static List<Named> named(Body body) {
        return body.objects("accounts", NAMED).stream()
                .map(each -> new Named(each.text("account_id"), each.textOrNull("end_user_id")))
                .toList();
    }

    private static @Nullable CaseState state(@Nullable String label) {
        try {
            return label == null ? null : CaseState.of(label);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("state " + label + " must be open, confirmed, overturned or closed");
        }
    }

    private static Fields fields(CaseRecord found) {
        return new Fields()
                .put("case_id", found.id())
                .put("campaign_id", found.campaignId())
                .put("group", found.group())
                .put("state", found.state().label())
                .put("verdict", found.verdict().label())
                .count("accounts", found.accounts())
                .count("unreviewed", found.unreviewed())
                .count("blocked", found.blocked())
                .time("opened", Times.micros(found.opened()))
                .time("updated", Times.micros(found.updated()));
    }

    private static Fields member(Shown shown) {
        Member member = shown.member();
        Member.Outcome outcome = member.outcome();
        Fields fields = new Fields()
                .put("account_id", member.who().accountId())
                .put("end_user_id", member.who().endUserId())
                .put("verdict", member.verdict().label())
                .time("reached", Times.micros(member.reached()))
                .put("outcome", outcome == null ? null : outcome.label())
                .time("exempt_until", micros(member.exemptUntil()));
        return shown.prompts().isEmpty() ? fields : fields.list("samples", shown.prompts(), CaseRoutes::sample);
    }

    private static Fields sample(Samples.Sample sample) {
        return new Fields()
                .time("taken", Times.micros(sample.taken()))
                .time("expires", Times.micros(sample.expires()))
                .put("prompt", sample.prompt());
    }

    static Fields action(Action action) {
        return new Fields()
                .put("review_id", action.id())
                .put("case_id", action.caseId())
                .put("appeal_id", action.appealId())
                .put("kind", action.kind().label())
                .put("state", action.state().label())
                .put("block", action.block() ? true : null)
                .put("reviewer", action.reviewer())
                .time("made", Times.micros(action.made()))
                .time("until", micros(action.until()))
                .count("accounts", action.subjects().size())
                .put("reason", action.reason());
    }

    static long micros(@Nullable Instant time) {
        return time == null ? -1 : Times.micros(time);
    }
}
