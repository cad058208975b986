package org.iolaus.service.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.ingest.enrich.Enrichment;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.Route;
import org.iolaus.service.configuration.DetectorSettings;
import org.iolaus.service.configuration.Digest;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.engine.EngineStatus;
import org.iolaus.service.engine.LiveConfig;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.events.EventFeed;
import org.iolaus.service.intake.ExchangeIntake;
import org.iolaus.service.intake.FactRoutes;
import org.iolaus.service.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as a whole: its parts put together, started and stopped in order. */
public final class LiveService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveService.class);
    private static final int EVENTS_KEPT = 10_000;
    private static final int HASH_KEY_BYTES = 32;
    private static final long MINUTE = 60;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LiveDetector detector;
    private final CompletableFuture<Void> ready;
    private final ApiServer server;
    private final Optional<ApiKeys.Made> firstKey;

    private LiveService(LiveServiceConfig config, InstantSource clock, SecureRandom random, String version)
            throws IOException {
        Files.createDirectories(config.data());
        Database database = closing(Database.open(config.store()));
        ApiKeys keys = ApiKeys.open(database, clock, random);
        firstKey = keys.first();
        if (firstKey.isPresent()) {
            PrivateFile.write(
                    LocalKey.in(config.data()),
                    keys.create("local commands", LocalKey.SCOPES, null).text().reveal());
        }
        DetectorConfig judged = DetectorSettings.withHashKey(config.detector(), hashKey(config, random));
        detector =
                closing(LiveDetector.open(config.data(), new LiveConfig(config.engine(), config.log(), judged), clock));
        EventFeed feed = closing(new EventFeed(EVENTS_KEPT));
        FindingRoutes findings = new FindingRoutes(detector, feed);
        detector.listen(findings);
        Enrichment enrichment = closing(Enrichment.open(config.enrichment()));
        ExchangeIntake intake = new ExchangeIntake(config.intake(), judged.fingerprint(), enrichment, clock);
        ExecutorService readers = readers();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new FactRoutes(intake, detector, readers, config.maxInFlightBytes()).routes());
        routes.addAll(findings.routes());
        ready = detector.start();
        everyMinute(keys::refresh);
        server = closing(ApiServer.start(
                config.server(), routes, List.of(), keys::authenticate, metrics(intake), this::isReady, version));
    }

    /**
     * Starts a service.
     *
     * @param random makes keys and secrets
     * @param version what the OpenAPI document says
     * @throws IOException if the data folder cannot be used
     * @throws InvalidConfiguration if a setting cannot be used
     */
    public static LiveService start(LiveServiceConfig config, InstantSource clock, SecureRandom random, String version)
            throws IOException {
        return new LiveService(config, clock, random, version);
    }

    private static long hashKey(LiveServiceConfig config, SecureRandom random) throws IOException {
        Path given = config.hashKey();
        Path file = given == null ? config.data().resolve("hash.key") : given;
        if (given == null && Files.notExists(file)) {
            byte[] secret = new byte[HASH_KEY_BYTES];
            random.nextBytes(secret);
            PrivateFile.write(file, secret);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length == 0) {
            throw new InvalidConfiguration(
                    "setting detection.hash_key_file " + file + " is empty; it must hold a secret");
        }
        return Digest.key(secret);
    }

    private ExecutorService readers() {
        ExecutorService readers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("iolaus-read-", 0).daemon().factory());
        parts.push(readers::shutdownNow);
        return readers;
    }

    private void everyMinute(Runnable work) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("iolaus-minute").daemon().factory());
        parts.push(timer::shutdownNow);
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("what is done every minute failed; it is tried again", e);
                    }
                },
                MINUTE,
                MINUTE,
                TimeUnit.SECONDS);
    }

    private PrometheusMeterRegistry metrics(ExchangeIntake intake) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        closing(new JvmGcMetrics()).bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        gauge(registry, "iolaus.engine.queued.exchanges", EngineStatus::queuedExchanges);
        gauge(registry, "iolaus.engine.queued.bytes", EngineStatus::queuedBytes);
        gauge(registry, "iolaus.engine.exchanges", EngineStatus::exchanges);
        gauge(registry, "iolaus.engine.duplicates", EngineStatus::duplicates);
        gauge(registry, "iolaus.engine.conflicts", EngineStatus::conflicts);
        gauge(registry, "iolaus.engine.late", EngineStatus::late);
        gauge(registry, "iolaus.engine.lag.seconds", status -> status.lagMicros() / 1e6);
        gauge(registry, "iolaus.engine.rulings", EngineStatus::rulings);
        gauge(registry, "iolaus.engine.accounts", EngineStatus::accounts);
        gauge(registry, "iolaus.log.position", EngineStatus::loggedPosition);
        gauge(registry, "iolaus.engine.running", status -> status.phase() == EngineStatus.Phase.RUNNING ? 1 : 0);
        Gauge.builder("iolaus.intake.accepted", intake, each -> each.counts().accepted())
                .register(registry);
        Gauge.builder("iolaus.intake.rejected", intake, each -> each.counts().rejected())
                .register(registry);
        return registry;
    }

    private void gauge(PrometheusMeterRegistry registry, String name, ToDoubleFunction<EngineStatus> value) {
        Gauge.builder(name, detector, each -> value.applyAsDouble(each.status()))
                .register(registry);
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }

    private boolean isReady() {
        EngineStatus status = detector.status();
        return status.phase() == EngineStatus.Phase.RUNNING && status.failure() == null;
    }

    /** Completes once facts are taken. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** The port that is open. */
    public int port() {
        return server.port();
    }

    /** The administrator's key, the first time that a data folder is used; it is shown nowhere else. */
    public Optional<ApiKeys.Made> firstKey() {
        return firstKey;
    }

    /** How the detector is doing. */
    public EngineStatus status() {
        return detector.status();
    }

    /** Takes nothing more, and stops once everything taken is on disk and applied. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("a part of the service did not stop as it should", e);
            }
        }
    }
}
