package org.iolaus.service.access;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.Set;
import org.iolaus.service.store.DatabaseAway;
import org.jspecify.annotations.Nullable;

/**
 * A request that a {@link Handler} answers.
 *
 * @param context Armeria's view of it
 * @param caller who sent it
 * @param body its JSON object
 */
public record Request(ServiceRequestContext context, Caller caller, Body body) {
    private static final int MAX_IDENTIFIER = 256;
    private static final int MAX_PAGE = 1000;
    private static final int DEFAULT_PAGE = 100;
    private static final Duration SOON = Duration.ofSeconds(5);

    /**
     * A route whose handler may wait for the database, which is answered with 503 while the database is away.
     *
     * @param fields what the JSON object of a request may hold
     */
    public static Route route(
            HttpMethod method, String path, Scope scope, String summary, Set<String> fields, Handler handler) {
        return new Route(method, path, scope, summary, new HttpService() {
            @Override
            public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
                Caller caller = Access.caller(context);
                return HttpResponse.of(request.aggregate()
                        .thenApplyAsync(
                                whole -> answer(
                                        handler,
                                        new Request(
                                                context,
                                                caller,
                                                Body.parse(whole.content().array(), fields))),
                                context.blockingTaskExecutor()));
            }
        });
    }

    private static HttpResponse answer(Handler handler, Request request) {
        try {
            return handler.answer(request).response();
        } catch (DatabaseAway e) {
            throw databaseAway();
        }
    }

    /** What is answered while the database is away. */
    public static Problem databaseAway() {
        return Problem.unavailable(
                "the database must be reachable for this\nMaybe try again; decisions and ingest go on without it.",
                SOON);
    }

    /** An identifier in the path. */
    public String path(String name) {
        String value = String.valueOf(context.pathParam(name));
        if (value.length() > MAX_IDENTIFIER) {
            throw Problem.invalid(name + " of " + value.length() + " characters must have at most " + MAX_IDENTIFIER);
        }
        return value;
    }

    public @Nullable String query(String name) {
        return context.queryParam(name);
    }

    /** How many entries a list leaves out at its beginning. */
    public int offset() {
        return number("offset", 0, Integer.MAX_VALUE);
    }

    /** How many entries a list may have. */
    public int limit() {
        return number("limit", DEFAULT_PAGE, MAX_PAGE);
    }

    private int number(String name, int otherwise, int max) {
        String text = query(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max) {
            throw Problem.invalid(name + " " + text + " must be a number from 0 to " + max);
        }
        return Integer.parseInt(text);
    }
}
