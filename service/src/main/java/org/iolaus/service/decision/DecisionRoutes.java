package org.iolaus.service.decision;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.events.EventFeed;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.policy.Mode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ways in for whoever asks for decisions, one at a time, many at once, or all changes. */
public final class DecisionRoutes {
    private static final int MOST_LOOKUPS = 1000;
    private static final int MOST_SHADOW = 1000;

    private final Decisions decisions;
    private final SignupDesk signups;
    private final BouncerStream bouncers;
    private final EventFeed events;

    /** @param events where changes of what is served are published */
    public DecisionRoutes(Decisions decisions, SignupDesk signups, EventFeed events, InstantSource clock) {
        this.decisions = decisions;
        this.signups = signups;
        this.events = events;
        bouncers = new BouncerStream(decisions, clock);
        decisions
                .feed()
                .listen(changes -> changes.stream()
                        .filter(change -> change.mode() == Mode.ENFORCE)
                        .forEach(change -> events.publish(
                                "decision", JsonText.line(change.fields().asMap()))));
    }

    public List<Route> routes() {
        return List.of(
                new Route(HttpMethod.GET, "/v1/decisions", Scope.DECIDE, "Say what is served to a request", this::one),
                new Route(
                        HttpMethod.POST,
                        "/v1/decisions",
                        Scope.DECIDE,
                        "Say what is served to up to 1,000 requests",
                        (context, request) -> JsonBody.answer(request, this::many)),
                new Route(
                        HttpMethod.GET,
                        "/v1/decisions/stream",
                        Scope.DECIDE,
                        "Say what has changed since the same key last asked, as CrowdSec's bouncers pull it",
                        this::stream),
                new Route(
                        HttpMethod.GET,
                        "/v1/decisions/events",
                        Scope.DECIDE,
                        "Tell of changes of what is served as they come, as server-sent events",
                        (context, request) -> events.serve(context)),
                new Route(
                        HttpMethod.GET,
                        "/v1/decisions/shadow",
                        Scope.ADMINISTER,
                        "List what would be served if nothing were in shadow and nobody exempt",
                        (context, request) -> shadow()),
                new Route(
                        HttpMethod.POST,
                        "/v1/signups",
                        Scope.INGEST,
                        "Say which verification a new customer is asked for before the first exchange",
                        (context, request) -> JsonBody.answer(request, this::signup)));
    }

    private HttpResponse one(ServiceRequestContext context, HttpRequest request) {
        QueryParams parameters = context.queryParams();
        String accountId = parameters.get("account_id");
        if (accountId == null || accountId.isEmpty()) {
            throw Problem.invalid("parameter account_id is missing and must be there");
        }
        Answer answer = decisions.look(new Query(
                accountId,
                SignupDesk.present(parameters.get("end_user_id")),
                parameters.get("pathway"),
                JsonBody.address("parameter ip", parameters.get("ip"))));
        HttpData json = HttpData.ofUtf8(AnswerText.of(answer));
        ResponseHeaders headers = ResponseHeaders.builder(HttpStatus.OK)
                .contentType(MediaType.JSON)
                .contentLength(json.length())
                .build();
        return HttpResponse.of(new HttpObject[] {headers, json}); // as they are: headers are not copied
    }

    private Fields many(JsonNode body) {
        JsonNode lookups = body.path("lookups");
        if (!lookups.isArray() || lookups.size() > MOST_LOOKUPS) {
            throw Problem.invalid("field lookups must be a list of at most " + MOST_LOOKUPS + " objects");
        }
        List<Answer> answers = new ArrayList<>();
        for (JsonNode each : lookups) {
            answers.add(decisions.look(new Query(
                    JsonBody.required(each, "account_id"),
                    SignupDesk.present(JsonBody.text(each, "end_user_id")),
                    JsonBody.text(each, "pathway"),
                    JsonBody.address("field ip", JsonBody.text(each, "ip")))));
        }
        return new Fields().list("decisions", answers, Answer::fields);
    }

    private HttpResponse stream(ServiceRequestContext context, HttpRequest request) {
        QueryParams parameters = context.queryParams();
        boolean startup = "true".equals(parameters.get("startup"));
        return JsonBody.ok(
                bouncers.pull(Access.caller(context).keyId(), startup, BouncerStream.scopes(parameters.get("scopes"))));
    }

    private HttpResponse shadow() {
        List<Change> changes = decisions.active(Mode.SHADOW).limit(MOST_SHADOW).toList();
        return JsonBody.ok(new Fields().list("decisions", changes, Change::fields));
    }

    private Fields signup(JsonNode body) {
        SignupDesk.Request request = signups.ask(new Signup(
                text(body, "email_domain"),
                text(body, "email_fingerprint"),
                text(body, "payment_fingerprint"),
                JsonBody.address("field signup_ip", text(body, "signup_ip")),
                text(body, "ja4"),
                text(body, "user_agent")));
        return new Fields()
                .put("account_id", text(body, "account_id"))
                .put("verification", request.verification().name().toLowerCase(java.util.Locale.ROOT))
                .list(
                        "notices",
                        request.notices(),
                        notice -> new Fields()
                                .put("kind", notice.kind())
                                .put(
                                        "verification",
                                        notice.verification().name().toLowerCase(java.util.Locale.ROOT))
                                .put("summary", notice.summary()));
    }

    private static @Nullable String text(JsonNode body, String field) {
        return SignupDesk.present(JsonBody.text(body, field));
    }
}
