package org.iolaus.cli.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iolaus.cli.live.ServiceClient;

/**
 * A gateway in front of nothing, on a free port of this machine. It asks the service about each request as nginx's
 * auth_request does: a GET without a body to /v1/auth/nginx; 2xx lets the request pass, 401 and 403 refuse it, and anything
 * else is a fault.
 */
final class GatewayStub implements AutoCloseable {
    private static final int PASSED = 204;
    private static final int REFUSED = 403;
    private static final int FAULT = 500;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient customers =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ServiceClient service;
    private final String accountHeader;

    /** @param accountHeader header that names the account */
    GatewayStub(ServiceClient service, String accountHeader) throws IOException {
        this.service = service;
        this.accountHeader = accountHeader;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(answer(exchange.getRequestHeaders().getFirst(accountHeader)), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(String account) throws InterruptedException {
        int status = service.get("/v1/auth/nginx", accountHeader, account).status();
        if (status / 100 == 2) {
            return PASSED;
        }
        return status == 401 || status == REFUSED ? status : FAULT;
    }

    /** Those of some accounts whose requests are refused. */
    Set<String> refused(Set<String> accounts) throws IOException, InterruptedException {
        Set<String> refused = new HashSet<>();
        for (String account : accounts) {
            int status = request(account);
            if (status == REFUSED) {
                refused.add(account);
            } else if (status != PASSED) {
                throw new IOException("the gateway answered " + status + ", neither passed nor refused");
            }
        }
        return refused;
    }

    /** Sends a request as a customer would. */
    private int request(String account) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/v1/messages");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header(accountHeader, account)
                .timeout(Duration.ofSeconds(30))
                .build();
        return customers.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        customers.close();
    }
}
