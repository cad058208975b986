package org.iolaus.service.server;

import java.nio.file.Path;
import java.time.Duration;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.configuration.Section;
import org.jspecify.annotations.Nullable;

/**
 * How the port is opened and what it bears.
 *
 * @param host address to listen on
 * @param port TCP port; 0 takes a free one
 * @param certificate PEM file of the certificate chain, or null for plain HTTP
 * @param key PEM file of its private key, or null
 * @param maxBodyBytes longest request body, as sent
 * @param requestTimeout how long a request may take, its body's way here included
 * @param idleTimeout how long a connection may be silent
 * @param maxConnections connections at once
 * @param requestsPerSecond requests that one API key may send a second, on average
 */
public record ServerConfig(
        String host,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        long maxBodyBytes,
        Duration requestTimeout,
        Duration idleTimeout,
        int maxConnections,
        int requestsPerSecond) {
    public static final ServerConfig DEFAULT = new ServerConfig(
            "127.0.0.1", 8484, null, null, 64 << 20, Duration.ofSeconds(30), Duration.ofSeconds(60), 4096, 200_000);

    public ServerConfig {
        inRange("server.port", port, 0, 65_535);
        inRange("server.max_body", maxBodyBytes, 1024, 1L << 30);
        inRange("server.max_connections", maxConnections, 1, 1 << 20);
        inRange("server.requests_per_second", requestsPerSecond, 1, Integer.MAX_VALUE);
        inRange("server.request_timeout in milliseconds", requestTimeout.toMillis(), 100, 3_600_000);
        inRange("server.idle_timeout in milliseconds", idleTimeout.toMillis(), 100, 3_600_000);
        if ((certificate == null) != (key == null)) {
            throw new InvalidConfiguration("settings server.tls.certificate and server.tls.key must be given together");
        }
    }

    /** Reads the section {@code server}. */
    public static ServerConfig of(Section section) {
        Section tls = section.section("tls");
        ServerConfig config = new ServerConfig(
                section.text("host", DEFAULT.host),
                section.count("port", DEFAULT.port),
                tls.file("certificate").orElse(null),
                tls.file("key").orElse(null),
                section.bytes("max_body", DEFAULT.maxBodyBytes),
                section.duration("request_timeout", DEFAULT.requestTimeout),
                section.duration("idle_timeout", DEFAULT.idleTimeout),
                section.count("max_connections", DEFAULT.maxConnections),
                section.count("requests_per_second", DEFAULT.requestsPerSecond));
        tls.done();
        section.done();
        return config;
    }

    /** The same limits on a free port that only this machine hears, without TLS. */
    ServerConfig onLoopback() {
        return new ServerConfig(
                DEFAULT.host,
                0,
                null,
                null,
                maxBodyBytes,
                requestTimeout,
                idleTimeout,
                maxConnections,
                requestsPerSecond);
    }

    private static void inRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidConfiguration("setting " + name + " " + value + " must be " + least + " to " + most);
        }
    }
}
