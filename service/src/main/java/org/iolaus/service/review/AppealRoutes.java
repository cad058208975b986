package org.iolaus.service.review;

import com.linecorp.armeria.common.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iolaus.service.access.Answer;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Request;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.review.action.Appeal;
import org.iolaus.service.review.action.Appeals;
import org.iolaus.service.store.Times;
import org.jspecify.annotations.Nullable;

/** Routes for appeals. Whoever serves customers files them; reviewers read and decide them. */
final class AppealRoutes {
    private final Appeals appeals;

    AppealRoutes(Appeals appeals) {
        this.appeals = appeals;
    }

    List<Route> routes() {
        return List.of(
                Request.route(
                        HttpMethod.POST,
                        "/v1/appeals",
                        Scope.DECIDE,
                        "Files a customer's appeal against a decision",
                        Set.of("reference", "statement"),
                        this::file),
                Request.route(
                        HttpMethod.GET,
                        "/v1/appeals",
                        Scope.REVIEW,
                        "Lists appeals, oldest first",
                        Set.of(),
                        this::list),
                Request.route(
                        HttpMethod.POST,
                        "/v1/appeals/{id}/decide",
                        Scope.REVIEW,
                        "Grants an appeal or lets the decision stand",
                        Set.of("grant", "reason"),
                        this::decide));
    }

    /** What is answered to whoever serves the customer: nothing that the customer did not know. */
    private Answer file(Request request) {
        Appeal appeal = appeals.file(
                request.caller(),
                request.body().text("reference"),
                request.body().text("statement"));
        return Answer.created(new Fields()
                .put("appeal_id", appeal.id())
                .put("reference", appeal.reference())
                .put("state", appeal.state().label())
                .time("filed", Times.micros(appeal.filed())));
    }

    private Answer list(Request request) {
        return Answer.list(
                "appeals",
                appeals.list(state(request.query("state")), request.offset(), request.limit()).stream()
                        .map(AppealRoutes::fields)
                        .toList());
    }

    private Answer decide(Request request) {
        return Answer.of(fields(appeals.decide(
                request.caller(),
                request.path("id"),
                request.body().flag("grant"),
                request.body().text("reason"))));
    }

    private static Appeal.@Nullable State state(@Nullable String label) {
        try {
            return label == null ? null : Appeal.State.valueOf(label.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("state " + label + " must be open, granted or refused");
        }
    }

    private static Fields fields(Appeal appeal) {
        return new Fields()
                .put("appeal_id", appeal.id())
                .put("reference", appeal.reference())
                .put("case_id", appeal.caseId())
                .put("account_id", appeal.who().accountId())
                .put("end_user_id", appeal.who().endUserId())
                .put("state", appeal.state().label())
                .time("filed", Times.micros(appeal.filed()))
                .put("statement", appeal.statement())
                .time("decided", CaseRoutes.micros(appeal.decided()))
                .put("decided_by", appeal.decidedBy())
                .put("reason", appeal.answer());
    }
}
