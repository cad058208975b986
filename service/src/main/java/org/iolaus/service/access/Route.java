package org.iolaus.service.access;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.HttpService;

/**
 * One way into the service. The server binds and guards it and lists it in the OpenAPI document.
 *
 * @param method HTTP method
 * @param path path pattern as Armeria writes it, e.g. {@code /v1/cases/{id}}
 * @param scope what the caller's key must allow
 * @param summary what it does, in a sentence without a full stop
 * @param service what serves it; it throws {@link Problem} to refuse
 */
public record Route(HttpMethod method, String path, Scope scope, String summary, HttpService service) {
    public Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path " + path + " must begin with a slash");
        }
    }
}
