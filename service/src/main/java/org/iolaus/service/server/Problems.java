package org.iolaus.service.server;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.Locale;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Request;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.store.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into a problem document (RFC 9457). What was not foreseen is logged, and not told. */
final class Problems implements ServerErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final MediaType PROBLEM = MediaType.parse("application/problem+json");
    private static final String TYPES = "urn:iolaus:problem:";

    @Override
    public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
        Throwable peeled = Exceptions.peel(cause);
        if (peeled instanceof RequestTimeoutException
                && !context.sessionProtocol().isMultiplex()) {
            // Otherwise whoever sends a body slowly would keep the connection for as long as it likes to.
            var _ = context.initiateConnectionShutdown();
        }
        return response(problem(peeled)).toHttpResponse();
    }

    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext context,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        return response(plain(status));
    }

    private static Problem problem(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case DatabaseAway away -> Request.databaseAway();
            case ContentTooLargeException tooLarge ->
                new Problem(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "body-too-large",
                        "the body must be at most " + tooLarge.maxContentLength()
                                + " bytes long (server.max_body)\nMaybe send it in parts.");
            case RequestTimeoutException timeout ->
                new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "timeout",
                        "the request must be sent and answered within server.request_timeout",
                        Duration.ofSeconds(5));
            case HttpStatusException status -> plain(status.httpStatus());
            default -> {
                LOG.error("a request failed in a way that was not foreseen", cause);
                yield new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "something failed inside; the log says more");
            }
        };
    }

    private static Problem plain(HttpStatus status) {
        String type = status.reasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new Problem(
                status,
                type,
                status.equals(HttpStatus.NOT_FOUND)
                        ? "there is no such route; see /v1/openapi.json"
                        : status.reasonPhrase());
    }

    private static AggregatedHttpResponse response(Problem problem) {
        ResponseHeadersBuilder headers =
                ResponseHeaders.builder(problem.status()).contentType(PROBLEM);
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.addLong(HttpHeaderNames.RETRY_AFTER, Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000)));
        }
        if (problem.status().equals(HttpStatus.UNAUTHORIZED)) {
            headers.add(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        String body = new Fields()
                .put("type", TYPES + problem.type())
                .put("title", problem.type().replace('-', ' '))
                .put("status", problem.status().code())
                .put("detail", problem.detail())
                .json();
        return AggregatedHttpResponse.of(headers.build(), HttpData.ofUtf8(body + "\n"));
    }
}
