package org.iolaus.service.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.TlsKeyPair;
import com.linecorp.armeria.common.metric.MeterIdPrefixFunction;
import com.linecorp.armeria.common.util.EventLoopGroups;
import com.linecorp.armeria.common.util.ThreadFactories;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.grpc.GrpcService;
import com.linecorp.armeria.server.metric.MetricCollectingService;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.util.ResourceLeakDetector;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.threads.Prompt;

/** The server on its one port. Every route but health asks for an API key. */
public final class ApiServer implements AutoCloseable {
    private static final Set<Scope> ANY = EnumSet.allOf(Scope.class);
    /**
     * Of all servers of the process, which never ends them: waiting until nothing more comes would take seconds. No handler
     * blocks, so more loops than processors would only take turns.
     */
    private static final EventLoopGroup LOOPS = EventLoopGroups.newEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            ThreadFactories.builder("iolaus-http")
                    .eventLoop(true)
                    .daemon(true)
                    .taskFunction(Prompt::first)
                    .build());

    private final Server server;
    private final List<Route> routes;

    private ApiServer(Server server, List<Route> routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * A gRPC service and who may call it.
     *
     * @param scope what the caller's key must allow
     * @param service its methods
     */
    public record Remote(Scope scope, GrpcService service) {}

    /**
     * Opens the port.
     *
     * @param ready whether the service can do its work
     * @throws InvalidConfiguration if the port or the certificate cannot be used
     */
    public static ApiServer start(
            ServerConfig config,
            List<Route> routes,
            List<Remote> remotes,
            Authenticator authenticator,
            PrometheusMeterRegistry metrics,
            BooleanSupplier ready,
            String version) {
        RequestRates rates = new RequestRates(config.requestsPerSecond(), System::nanoTime);
        ServerBuilder builder = builder(config, metrics);
        List<Route> all = new ArrayList<>(routes);
        String document = OpenApi.of(routes, version);
        for (Route route : routes) {
            bind(
                    builder,
                    route.method(),
                    route.path(),
                    route.service(),
                    new Guard(authenticator, rates, Set.of(route.scope())));
        }
        for (Remote remote : remotes) {
            builder.service(
                    remote.service(),
                    service -> service.decorate(new Guard(authenticator, rates, Set.of(remote.scope()))));
        }
        Guard anyKey = new Guard(authenticator, rates, ANY);
        bind(builder, HttpMethod.GET, "/v1/openapi.json", fixed(MediaType.JSON_UTF_8, () -> document), anyKey);
        bind(builder, HttpMethod.GET, "/metrics", fixed(MediaType.PLAIN_TEXT_UTF_8, metrics::scrape), anyKey);
        builder.route().get("/health/live").build((context, request) -> HttpResponse.of(HttpStatus.NO_CONTENT));
        builder.route()
                .get("/health/ready")
                .build((context, request) ->
                        HttpResponse.of(ready.getAsBoolean() ? HttpStatus.NO_CONTENT : HttpStatus.SERVICE_UNAVAILABLE));
        Server server = built(builder, config);
        try {
            server.start().join();
        } catch (CompletionException e) {
            throw new InvalidConfiguration("setting server.port " + config.port() + " on " + config.host()
                    + " cannot be opened: " + e.getCause() + "\nMaybe another process listens there.");
        }
        return new ApiServer(server, List.copyOf(all));
    }

    private static ServerBuilder builder(ServerConfig config, PrometheusMeterRegistry metrics) {
        // Netty looks for leaks by a stack trace at one buffer in 128, which every look-up pays for.
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
        ServerBuilder builder = Server.builder()
                .workerGroup(LOOPS, false)
                .maxRequestLength(config.maxBodyBytes())
                .requestTimeout(config.requestTimeout())
                .idleTimeout(config.idleTimeout())
                .maxNumConnections(config.maxConnections())
                .gracefulShutdownTimeout(Duration.ofMillis(100), Duration.ofSeconds(5))
                .disableServerHeader()
                .unloggedExceptionsReportInterval(Duration.ZERO)
                .meterRegistry(metrics)
                .errorHandler(new Problems());
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            throw new InvalidConfiguration(
                    "setting server.host " + config.host() + " must be an address of this machine");
        }
        Path certificate = config.certificate();
        Path key = config.key();
        if (certificate == null || key == null) {
            return builder.http(address)
                    .childChannelPipelineCustomizer(pipeline -> pipeline.addFirst(new UpgradeRefusal()));
        }
        try {
            return builder.https(address).tls(TlsKeyPair.of(key.toFile(), certificate.toFile()));
        } catch (IllegalArgumentException e) {
            throw badPair(config, e);
        }
    }

    /** The server; Armeria tries key and certificate out on each other here. */
    private static Server built(ServerBuilder builder, ServerConfig config) {
        try {
            return builder.build();
        } catch (IllegalStateException e) {
            throw config.certificate() == null ? e : badPair(config, e);
        }
    }

    private static InvalidConfiguration badPair(ServerConfig config, RuntimeException cause) {
        return new InvalidConfiguration("settings server.tls.certificate " + config.certificate()
                + " and server.tls.key " + config.key() + " must be PEM files that belong together: "
                + cause.getMessage());
    }

    private static void bind(ServerBuilder builder, HttpMethod method, String path, HttpService service, Guard guard) {
        builder.route()
                .methods(method)
                .path(path)
                .defaultServiceName(method + " " + path)
                .build(service.decorate(guard)
                        .decorate(
                                MetricCollectingService.newDecorator(MeterIdPrefixFunction.ofDefault("iolaus.http"))));
    }

    private static HttpService fixed(MediaType type, java.util.function.Supplier<String> text) {
        return new HttpService() {
            @Override
            public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
                return HttpResponse.of(HttpStatus.OK, type, text.get());
            }
        };
    }

    /** The port that is open. */
    public int port() {
        return server.activeLocalPort();
    }

    /** All routes that ask for a scope of their own. */
    public List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        server.stop().join();
    }
}
