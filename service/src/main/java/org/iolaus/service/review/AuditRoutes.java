package org.iolaus.service.review;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.service.access.Answer;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Request;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.review.audit.AuditHead;
import org.iolaus.service.review.audit.AuditLog;

/** Routes that hand the audit chain out, for whoever checks it. */
final class AuditRoutes {
    private static final MediaType LINES = MediaType.parse("application/jsonl; charset=utf-8");

    private final AuditLog audit;

    AuditRoutes(AuditLog audit) {
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Request.route(
                        HttpMethod.GET,
                        "/v1/audit",
                        Scope.ADMINISTER,
                        "Hands out audit entries after a number, one a line",
                        Set.of(),
                        this::entries),
                Request.route(
                        HttpMethod.GET,
                        "/v1/audit/heads",
                        Scope.ADMINISTER,
                        "Lists heads of the audit chain that were noted down, and the present one",
                        Set.of(),
                        this::heads));
    }

    private Answer entries(Request request) {
        return new Answer.Text(
                LINES,
                audit.after(after(request), request.limit()).stream()
                        .map(link -> link.line() + "\n")
                        .collect(Collectors.joining()));
    }

    private Answer heads(Request request) {
        return Answer.of(new Fields()
                .put("heads", audit.commitments().stream().map(AuditHead::line).toList())
                .put("present", audit.head().line()));
    }

    private static long after(Request request) {
        String text = request.query("after");
        if (text != null && !text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("after " + text + " must be the number of an entry");
        }
        return text == null ? 0 : Long.parseLong(text);
    }
}
