package org.iolaus.service.decision;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.iolaus.detection.exchange.Account;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.policy.Explanation;
import org.iolaus.service.policy.LivePolicy;
import org.iolaus.service.policy.Programme;
import org.iolaus.service.policy.ProgrammeLedger;
import org.iolaus.service.policy.ProgrammeProof;
import org.iolaus.service.policy.ProgrammeState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ways in for those who look after the policy and after proofs of programmes. */
public final class PolicyRoutes {
    private final Decisions decisions;
    private final LivePolicy policy;
    private final AccountDirectory accounts;
    private final ProgrammeLedger programmes;
    private final InstantSource clock;

    public PolicyRoutes(
            Decisions decisions,
            LivePolicy policy,
            AccountDirectory accounts,
            ProgrammeLedger programmes,
            InstantSource clock) {
        this.decisions = decisions;
        this.policy = policy;
        this.accounts = accounts;
        this.programmes = programmes;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route(
                        HttpMethod.GET,
                        "/v1/policy",
                        Scope.ADMINISTER,
                        "Say which policy is in force",
                        (context, request) -> JsonBody.ok(inForce())),
                new Route(
                        HttpMethod.POST,
                        "/v1/policy/reload",
                        Scope.ADMINISTER,
                        "Read the policy's file again; one that breaks a rule is refused whole",
                        (context, request) -> waiting(context, this::reload)),
                new Route(
                        HttpMethod.GET,
                        "/v1/policy/explain",
                        Scope.REVIEW,
                        "Say which rule decides about an account, why, and what would change it",
                        (context, request) -> explain(context)),
                new Route(
                        HttpMethod.GET,
                        "/v1/programmes/{account_id}",
                        Scope.REVIEW,
                        "Say how far an account has proved that it belongs to its programme",
                        (context, request) -> JsonBody.ok(proof(account(context)))),
                new Route(
                        HttpMethod.POST,
                        "/v1/programmes/{account_id}",
                        Scope.REVIEW,
                        "Set how far an account has proved that it belongs to its programme",
                        this::prove));
    }

    private Fields inForce() {
        return new Fields()
                .put("version", policy.policy().terms().version())
                .put("mode", policy.policy().terms().mode().label())
                .list(
                        "rules",
                        policy.policy().rules(),
                        rule -> new Fields()
                                .put("name", rule.name())
                                .put("action", rule.action().label())
                                .put("mode", rule.mode().label())
                                .put("duration", rule.duration().toString()));
    }

    private Fields reload() {
        policy.reload().ifPresent(reason -> {
            throw new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "policy-refused", reason);
        });
        return inForce();
    }

    private HttpResponse explain(ServiceRequestContext context) {
        String accountId = context.queryParam("account_id");
        if (accountId == null || accountId.isEmpty()) {
            throw Problem.invalid("parameter account_id is missing and must be there");
        }
        Subject subject = new Subject(accountId, SignupDesk.present(context.queryParam("end_user_id")));
        Fields fields = new Fields()
                .put("account_id", accountId)
                .put("end_user_id", subject.endUserId())
                .put("verdict", decisions.situation(subject).verdict().label());
        fields.asMap()
                .putAll(Explanation.of(decisions.policy(), decisions.situation(subject))
                        .fields()
                        .asMap());
        return JsonBody.ok(fields);
    }

    private Fields proof(String accountId) {
        ProgrammeProof proof = programmes.find(accountId);
        Fields fields = new Fields().put("account_id", accountId);
        if (proof == null) {
            return fields.put("state", ProgrammeState.UNVERIFIED.label());
        }
        return fields.put("state", proof.at(clock.instant()).label())
                .put("time", proof.time().toString())
                .put("expires", proof.expires() == null ? null : proof.expires().toString())
                .put("evidence", proof.evidence())
                .put("by", proof.by())
                .put("reason", proof.reason());
    }

    private HttpResponse prove(ServiceRequestContext context, HttpRequest request) {
        String by = Access.caller(context).keyId();
        String accountId = account(context);
        return HttpResponse.of(request.aggregate()
                .thenApplyAsync(
                        whole -> {
                            put(accountId, JsonBody.parse(whole.content().array()), by);
                            return JsonBody.ok(proof(accountId));
                        },
                        context.blockingTaskExecutor()));
    }

    private void put(String accountId, JsonNode body, String by) {
        Instant now = clock.instant();
        try {
            ProgrammeState state =
                    ProgrammeState.valueOf(JsonBody.required(body, "state").toUpperCase(Locale.ROOT));
            ProgrammeProof before = programmes.find(accountId);
            ProgrammeProof.requireNext(before == null ? ProgrammeState.UNVERIFIED : before.at(now), state);
            Instant expires = state == ProgrammeState.VERIFIED
                    ? now.plus(programme(accountId).valid())
                    : null;
            programmes.put(new ProgrammeProof(
                    accountId, state, now, expires, evidence(body), by, JsonBody.required(body, "reason")));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
        decisions.accountChanged(accountId);
    }

    private Programme programme(String accountId) {
        Account facts = accounts.find(accountId);
        Account.Type type = facts == null ? null : facts.type();
        @Nullable
        Programme programme =
                type == null ? null : policy.policy().terms().programmes().get(type);
        if (programme == null) {
            throw Problem.conflict("account " + accountId + " must be of a type that the policy's programmes name");
        }
        return programme;
    }

    private static List<String> evidence(JsonNode body) {
        List<String> evidence = new ArrayList<>();
        body.path("evidence").forEach(each -> evidence.add(each.asString("")));
        return evidence;
    }

    private static String account(ServiceRequestContext context) {
        return String.valueOf(context.pathParam("account_id"));
    }

    private static HttpResponse waiting(ServiceRequestContext context, Supplier<Fields> work) {
        return HttpResponse.of(CompletableFuture.supplyAsync(work, context.blockingTaskExecutor())
                .thenApply(JsonBody::ok));
    }
}
