package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.grpc.GrpcService;
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
                        ForwardAuth.whole(decisions, config)),
                new Route(
                        HttpMethod.POST,
                        "/v1/guardrails/portkey",
                        Scope.DECIDE,
                        "Let a request pass or not, for the webhook guardrail of Portkey's gateway",
                        new PortkeyGuardrail(decisions)),
                new Route(
                        HttpMethod.POST,
                        "/beta/litellm_basic_guardrail_api",
                        Scope.DECIDE,
                        "Let a request pass or not, for LiteLLM's generic guardrail",
                        new LiteLlmGuardrail(decisions)));
    }

    /** Envoy's ext_authz; it needs scope decide. */
    public static GrpcService envoy(Decisions decisions, GatewayConfig config) {
        return GrpcService.builder()
                .addService(new EnvoyAuthorization(decisions, config))
                .build();
    }
}
