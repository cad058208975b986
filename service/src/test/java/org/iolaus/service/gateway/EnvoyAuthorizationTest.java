package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.grpc.GrpcClients;
import com.linecorp.armeria.server.Server;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext.HttpRequest;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationBlockingStub;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.envoyproxy.envoy.type.v3.StatusCode;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Called as Envoy calls, through stubs of its own definitions. */
class EnvoyAuthorizationTest {
    private final Scene scene = new Scene("""
            rules:
              - {name: restricted, verdict: restrict, action: restrict, mode: enforce}
              - name: slowed
                verdict: verify
                action: throttle
                budget: {requests: 1, per: 1m}
                mode: enforce
            """);
    private final Server server = Server.builder()
            .http(0)
            .service(GatewayRoutes.envoy(scene.decisions, GatewayConfig.DEFAULT))
            .build();

    @BeforeEach
    void start() {
        server.start().join();
    }

    @AfterEach
    void stop() {
        server.stop().join();
    }

    @Test
    void check_unknownAccount_passes() {
        CheckResponse response = check(header("acct-good"));

        assertThat(response.getStatus().getCode()).isZero();
        assertThat(response.getOkResponse().getHeadersList()).anySatisfy(each -> {
            assertThat(each.getHeader().getKey()).isEqualTo("x-iolaus-action");
            assertThat(each.getHeader().getValue()).isEqualTo("allow");
        });
    }

    @Test
    void check_noAccount_passes() {
        assertThat(check(AttributeContext.getDefaultInstance()).hasOkResponse()).isTrue();
    }

    @Test
    void check_restrictedAccount_isDeniedWithReference() {
        scene.rule("acct-bad", Verdict.RESTRICT);

        CheckResponse response = check(header("acct-bad"));

        assertThat(response.getStatus().getCode()).isEqualTo(7);
        assertThat(response.getDeniedResponse().getStatus().getCode()).isEqualTo(StatusCode.Forbidden);
        assertThat(response.getDeniedResponse().getBody())
                .contains(scene.look("acct-bad").reference())
                .doesNotContain("cmp-1");
        assertThat(response.getDynamicMetadata().getFieldsOrThrow("action").getStringValue())
                .isEqualTo("restrict");
    }

    @Test
    void check_accountOfTheRoute_winsOverTheHeader() {
        scene.rule("acct-bad", Verdict.RESTRICT);

        CheckResponse response = check(header("acct-good").toBuilder()
                .putContextExtensions("x-account-id", "acct-bad")
                .build());

        assertThat(response.hasDeniedResponse()).isTrue();
    }

    @Test
    void check_budgetUsedUp_isDeniedWith429() {
        scene.rule("acct-slow", Verdict.VERIFY);
        check(header("acct-slow"));

        CheckResponse response = check(header("acct-slow"));

        assertThat(response.getDeniedResponse().getStatus().getCode()).isEqualTo(StatusCode.TooManyRequests);
        assertThat(response.getDeniedResponse().getHeadersList())
                .anyMatch(each -> each.getHeader().getKey().equals("retry-after"));
    }

    private CheckResponse check(AttributeContext attributes) {
        return GrpcClients.newClient(
                        "gproto+http://127.0.0.1:" + server.activeLocalPort(), AuthorizationBlockingStub.class)
                .check(CheckRequest.newBuilder().setAttributes(attributes).build());
    }

    private static AttributeContext header(String accountId) {
        return AttributeContext.newBuilder()
                .setRequest(AttributeContext.Request.newBuilder()
                        .setHttp(HttpRequest.newBuilder().putHeaders("x-account-id", accountId)))
                .build();
    }
}
