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
import org.iolaus.service.review.alert.Alert;
import org.iolaus.service.review.alert.Outbox;
import org.iolaus.service.store.Times;
import org.jspecify.annotations.Nullable;

/** The route that shows alerts: those that wait, those that arrived, those that were given up. */
final class AlertRoutes {
    private final Outbox outbox;

    AlertRoutes(Outbox outbox) {
        this.outbox = outbox;
    }

    List<Route> routes() {
        return List.of(Request.route(
                HttpMethod.GET,
                "/v1/alerts",
                Scope.REVIEW,
                "Lists alerts, newest first; state=dead for those given up",
                Set.of(),
                request -> Answer.list(
                        "alerts",
                        outbox.list(state(request.query("state")), request.offset(), request.limit()).stream()
                                .map(AlertRoutes::fields)
                                .toList())));
    }

    private static Alert.@Nullable State state(@Nullable String label) {
        try {
            return label == null ? null : Alert.State.valueOf(label.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("state " + label + " must be waiting, sent or dead");
        }
    }

    private static Fields fields(Alert alert) {
        return new Fields()
                .put("alert_id", alert.id())
                .put("occasion", alert.occasion())
                .put("target", alert.target())
                .put("state", alert.state().label())
                .count("attempts", alert.attempts())
                .time("raised", Times.micros(alert.raised()))
                .time("due", Times.micros(alert.due()))
                .put("error", alert.error());
    }
}
