package org.iolaus.service.review;

import com.linecorp.armeria.common.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.iolaus.service.access.Answer;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Request;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.review.account.Erasure;
import org.iolaus.service.review.account.Hold;
import org.iolaus.service.review.account.Holds;
import org.iolaus.service.store.Times;

/** Routes for single accounts: legal hold and erasure. */
final class AccountRoutes {
    private final Reviews reviews;
    private final Holds holds;
    private final Erasure erasure;

    AccountRoutes(Reviews reviews, Holds holds, Erasure erasure) {
        this.reviews = reviews;
        this.holds = holds;
        this.erasure = erasure;
    }

    List<Route> routes() {
        return List.of(
                Request.route(
                        HttpMethod.PUT,
                        "/v1/accounts/{id}/hold",
                        Scope.ADMINISTER,
                        "Places an account under legal hold until a day",
                        Set.of("reason", "until"),
                        this::hold),
                Request.route(
                        HttpMethod.DELETE,
                        "/v1/accounts/{id}/hold",
                        Scope.ADMINISTER,
                        "Lifts a legal hold",
                        Set.of("reason"),
                        this::lift),
                Request.route(
                        HttpMethod.DELETE,
                        "/v1/accounts/{id}",
                        Scope.ADMINISTER,
                        "Erases what is kept of an account",
                        Set.of("reason"),
                        this::erase));
    }

    private Answer hold(Request request) {
        Instant until = request.body().timeOrNull("until");
        if (until == null) {
            throw Problem.invalid("field until must be given: a hold has an end\nMaybe renew it before that day.");
        }
        try {
            Hold hold = holds.place(request.caller(), request.path("id"), reason(request), until);
            return Answer.of(new Fields()
                    .put("account_id", hold.accountId())
                    .time("placed", Times.micros(hold.placed()))
                    .time("until", Times.micros(hold.until())));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private Answer lift(Request request) {
        holds.lift(request.caller(), request.path("id"), reason(request));
        return new Answer.Nothing();
    }

    private Answer erase(Request request) {
        String id = request.path("id");
        Instant until = erasure.erase(request.caller(), id, reason(request));
        return Answer.of(new Fields().put("erased", true).time("log_until", Times.micros(until)));
    }

    private String reason(Request request) {
        return reviews.actions().checked(request.body().text("reason"));
    }
}
