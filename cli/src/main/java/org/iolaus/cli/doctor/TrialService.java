package org.iolaus.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iolaus.cli.Failure;
import org.iolaus.cli.Version;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.server.LiveService;
import org.iolaus.service.server.LiveServiceConfig;
import org.iolaus.service.server.Trial;
import org.jspecify.annotations.Nullable;

/** A service of the doctor's own, in this process and in a folder that is thrown away. */
final class TrialService implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final LiveServiceConfig config;
    private final Path data;
    private @Nullable LiveService running;

    TrialService(LiveServiceConfig config, Path data) {
        this.config = config;
        this.data = data;
    }

    /** Starts it, or starts it again on what it has written. */
    Check start() throws IOException, InterruptedException {
        close();
        Files.createDirectories(data);
        try {
            LiveService service = LiveService.start(
                    Trial.of(config, data), Map.of(), InstantSource.system(), new SecureRandom(), Version.current());
            running = service;
            service.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InvalidConfiguration e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (ExecutionException | TimeoutException e) {
            throw Failure.input("its log cannot be read back: " + e);
        }
        return Check.ok("started", "a service of its own at " + address() + ", with the policy in force");
    }

    /** A client with all scopes. */
    ServiceClient client() throws IOException {
        return new ServiceClient(
                address(), Files.readString(data.resolve("local.key")).strip());
    }

    /** A client without a valid key. */
    ServiceClient stranger() {
        return new ServiceClient(address(), Names.account());
    }

    private URI address() {
        LiveService service = running;
        if (service == null) {
            throw new IllegalStateException("the service must have been started");
        }
        return URI.create("http://127.0.0.1:" + service.port());
    }

    @Override
    public void close() {
        LiveService service = running;
        running = null;
        if (service != null) {
            service.close();
        }
    }
}
