package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import java.util.List;
import java.util.Set;
import org.iolaus.service.access.Access;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Route;

/** A server on a free port of loopback that takes one key and knows who has it. */
final class TestServer implements AutoCloseable {
    static final String KEY = "a-key-of-the-tests";

    private final Server server;

    private TestServer(ServerBuilder builder) {
        server = builder.http(0).build();
        server.start().join();
    }

    static TestServer of(List<Route> routes) {
        ServerBuilder builder = Server.builder();
        for (Route route : routes) {
            builder.route().methods(route.method()).path(route.path()).build((context, request) -> {
                if (!KEY.equals(request.headers().get("x-api-key"))) {
                    return HttpResponse.of(HttpStatus.UNAUTHORIZED);
                }
                context.setAttr(Access.CALLER, new Caller("key-1", "test", Set.of(route.scope())));
                return route.service().serve(context, request);
            });
        }
        return new TestServer(builder);
    }

    /** A model API that answers everything alike, with the headers that the gateway added. */
    static TestServer model() {
        return new TestServer(Server.builder()
                .serviceUnder(
                        "/",
                        (context, request) -> HttpResponse.of("served as "
                                + request.headers().get("x-iolaus-action", "nothing") + " marked with "
                                + request.headers().get("x-iolaus-watermark-key", "nothing"))));
    }

    int port() {
        return server.activeLocalPort();
    }

    @Override
    public void close() {
        server.stop().join();
    }
}
