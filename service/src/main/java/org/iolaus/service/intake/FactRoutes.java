package org.iolaus.service.intake;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.iolaus.ingest.body.PackedBody;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.engine.Submission;
import org.iolaus.service.fact.Fact;

/**
 * The ways in over HTTP. A body is read away from the network's threads, and answered once all that was taken of it is
 * forced to disk. One body is one batch: after a crash all of it is there or none.
 */
public final class FactRoutes {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ExchangeIntake intake;
    private final FactSink sink;
    private final Executor readers;
    private final BodyBudget budget;

    /**
     * @param readers runs the reading of bodies
     * @param maxBytes bytes of bodies in memory at once
     */
    public FactRoutes(ExchangeIntake intake, FactSink sink, Executor readers, long maxBytes) {
        this.intake = intake;
        this.sink = sink;
        this.readers = readers;
        budget = new BodyBudget(maxBytes);
    }

    /** Reads a body into a reception. */
    @FunctionalInterface
    private interface Reading {
        Reception into(Reception reception, byte[] body) throws PackedBody.Refused;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                route(
                        "/v1/exchanges",
                        "Take exchanges, one JSON object a line, plain, gzip or zstd",
                        reading(Shape.EXCHANGES)),
                route("/v1/accounts", "Take account facts, one JSON object a line", Reception::readAccounts),
                route("/v1/releases", "Take models' releases, one JSON object a line", Reception::readReleases),
                route(
                        "/v1/litellm",
                        "Take LiteLLM standard logging payloads, as its generic_api callback posts them",
                        reading(Shape.LITELLM)),
                route("/v1/bedrock", "Take Bedrock model invocation logs", reading(Shape.BEDROCK)),
                otlp(
                        "/v1/traces",
                        "Take OTLP traces with GenAI spans, protobuf or JSON",
                        Shape.OTLP_TRACES,
                        "rejectedSpans"),
                otlp(
                        "/v1/logs",
                        "Take OTLP logs with GenAI events, protobuf or JSON",
                        Shape.OTLP_LOGS,
                        "rejectedLogRecords"),
                new Route(
                        HttpMethod.POST,
                        "/v1/drain",
                        Scope.ADMINISTER,
                        "Close all epochs, as if nothing of what is past were still to come",
                        this::drain));
    }

    private static Reading reading(Shape shape) {
        return (reception, body) -> reception.read(shape, body);
    }

    private Route route(String path, String summary, Reading reading) {
        return new Route(
                HttpMethod.POST,
                path,
                Scope.INGEST,
                summary,
                (context, request) -> taken(context, request, reading, Answers::counted));
    }

    private Route otlp(String path, String summary, Shape binary, String rejectedName) {
        HttpService service = (context, request) -> {
            boolean json = MediaType.JSON.is(contentType(request));
            return taken(
                    context,
                    request,
                    reading(json ? Shape.OTLP_JSON : binary),
                    reception -> Answers.otlp(reception, json ? rejectedName : null));
        };
        return new Route(HttpMethod.POST, path, Scope.INGEST, summary, service);
    }

    private static MediaType contentType(HttpRequest request) {
        MediaType type = request.contentType();
        return type == null ? MediaType.OCTET_STREAM : type;
    }

    private HttpResponse taken(
            ServiceRequestContext context,
            HttpRequest request,
            Reading reading,
            Function<Reception, HttpResponse> answer) {
        long length = Math.max(0, request.headers().contentLength());
        long room = length == 0 ? context.maxRequestLength() : length;
        if (!budget.take(room)) {
            throw Problem.unavailable(
                    "bodies of " + budget.held() + " bytes are being read already, which is intake.max_in_flight",
                    SOON);
        }
        String sender = Access.caller(context).keyId();
        CompletableFuture<HttpResponse> response = request.aggregate()
                .thenApplyAsync(body -> read(sender, body, reading), readers)
                .thenCompose(reception -> submitted(reception, sender).thenApply(done -> answer.apply(reception)));
        return HttpResponse.of(response.whenComplete((done, cause) -> budget.giveBack(room)));
    }

    private Reception read(String sender, AggregatedHttpRequest body, Reading reading) {
        try {
            return reading.into(intake.receive(sender), body.content().array());
        } catch (PackedBody.Refused e) {
            HttpStatus status = e.tooLarge() ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.BAD_REQUEST;
            throw new Problem(status, e.tooLarge() ? "body-too-large" : "invalid-body", e.reason());
        }
    }

    private CompletableFuture<Void> submitted(Reception reception, String sender) {
        if (reception.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return switch (sink.submit(reception.batch(sender))) {
            case Submission.Taken taken -> taken.durable().thenRun(reception::acknowledged);
            case Submission.Busy busy -> throw Problem.unavailable(busy.reason(), busy.retryAfter());
            case Submission.Unwritable unwritable ->
                throw Problem.unavailable(unwritable.reason(), Duration.ofSeconds(10));
        };
    }

    private HttpResponse drain(ServiceRequestContext context, HttpRequest request) {
        String sender = Access.caller(context).keyId();
        Reception reception = intake.receive(sender).add(new Fact.Drained());
        return HttpResponse.of(submitted(reception, sender).thenApply(done -> HttpResponse.of(HttpStatus.NO_CONTENT)));
    }
}
