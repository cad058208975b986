package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpMethod;
import java.util.List;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.decision.Decisions;

/** The ways in for gateways. */
public final class GatewayRoutes {
    private GatewayRoutes() {}

    public static List<Route> of(Decisions decisions, GatewayConfig config) {
        return List.of(
                new Route(
                        HttpMethod.GET,
                        "/v1/auth/nginx",
                        Scope.DECIDE,
                        "Let a request pass or not, for nginx auth_request",
                        ForwardAuth.nginx(decisions, config)),
                new Route(
                        HttpMethod.GET,
                        "/v1/auth/forward",
                        Scope.DECIDE,
                        "Let a request pass or not, for Caddy, Traefik, HAProxy and APISIX",
                        ForwardAuth.whole(decisions, config)));
    }
}
