package org.iolaus.service.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Problem;
import org.iolaus.service.access.Scope;
import org.jspecify.annotations.Nullable;

/** Lets a request pass if it carries an API key that has one of the scopes and has not used up its share. */
final class Guard implements DecoratingHttpServiceFunction {
    private static final String BEARER = "Bearer ";
    private static final String API_KEY = "x-api-key";

    private final Authenticator authenticator;
    private final RequestRates rates;
    private final Set<Scope> scopes;

    /** @param scopes any of which will do */
    Guard(Authenticator authenticator, RequestRates rates, Set<Scope> scopes) {
        this.authenticator = authenticator;
        this.rates = rates;
        this.scopes = EnumSet.copyOf(scopes);
    }

    @Override
    public HttpResponse serve(HttpService delegate, ServiceRequestContext context, HttpRequest request)
            throws Exception {
        Caller caller = caller(request.headers());
        if (Collections.disjoint(scopes, caller.scopes())) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "missing-scope",
                    "API key " + caller.keyId() + " must have the scope " + names()
                            + "\nMaybe ask an administrator for a key that has it.");
        }
        Duration wait = rates.take(caller.keyId());
        if (!wait.isZero()) {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    "API key " + caller.keyId() + " has sent more requests than server.requests_per_second allows",
                    wait);
        }
        context.setAttr(Access.CALLER, caller);
        return delegate.serve(context, request);
    }

    private Caller caller(RequestHeaders headers) {
        String presented = presented(headers);
        if (presented == null) {
            throw unauthorized("header Authorization must be \"Bearer KEY\", or X-Api-Key must be the key");
        }
        return authenticator
                .authenticate(presented)
                .orElseThrow(() -> unauthorized("the API key is unknown, revoked or expired"));
    }

    private static Problem unauthorized(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthorized", detail);
    }

    private static @Nullable String presented(RequestHeaders headers) {
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return headers.get(API_KEY);
    }

    private String names() {
        return Arrays.stream(Scope.values())
                .filter(scopes::contains)
                .map(Scope::label)
                .collect(Collectors.joining(" or "));
    }
}
