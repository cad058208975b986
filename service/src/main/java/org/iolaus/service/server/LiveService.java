package org.iolaus.service.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.ingest.enrich.Enrichment;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.configuration.DetectorSettings;
import org.iolaus.service.configuration.Digest;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.configuration.PrivateFile;
import org.iolaus.service.engine.EngineStatus;
import org.iolaus.service.engine.LiveConfig;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.events.EventFeed;
import org.iolaus.service.intake.ExchangeIntake;
import org.iolaus.service.intake.FactRoutes;
import org.iolaus.service.intake.OtlpServices;
import org.iolaus.service.intake.kafka.KafkaConfig;
import org.iolaus.service.intake.kafka.KafkaSource;
import org.iolaus.service.intake.tail.TailConfig;
import org.iolaus.service.intake.tail.TailSource;
import org.iolaus.service.store.Claim;
import org.iolaus.service.store.Database;
import org.iolaus.service.threads.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as a whole: its parts put together, started and stopped in order. */
public final class LiveService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveService.class);
    private static final int EVENTS_KEPT = 10_000;
    private static final long MINUTE = 60;
    private static final long CLAIM_SECONDS = 5;

    private final Deque<AutoCloseable> parts;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("iolaus-timer").daemon().factory());
    private final LiveDetector detector;
    private final CompletableFuture<Void> ready;
    private final ApiServer server;
    private final Optional<ApiKeys.Made> firstKey;

    private LiveService(
            LiveServiceConfig config,
            Map<String, String> environment,
            InstantSource clock,
            SecureRandom random,
            String version,
            Deque<AutoCloseable> parts)
            throws IOException {
        this.parts = parts;
        Files.createDirectories(config.data());
        closing(timer::shutdownNow);
        Database database = closing(Database.open(config.store()));
        Claim claim = closing(database.claim());
        ApiKeys keys = ApiKeys.open(database, clock, random);
        firstKey = keys.first();
        if (firstKey.isPresent()) {
            Path local = LocalKey.in(config.data());
            Files.deleteIfExists(local);
            PrivateFile.create(
                    local,
                    keys.create("local commands", LocalKey.SCOPES, null).text().reveal() + "\n");
        }
        DetectorConfig judged = DetectorSettings.withHashKey(config.detector(), hashKey(config, random));
        detector = closing(LiveDetector.open(
                config.data(),
                new LiveConfig(config.engine(), config.log(), config.snapshot(), judged, config.without()),
                clock));
        EventFeed feed = closing(new EventFeed(EVENTS_KEPT));
        ReviewParts reviews = closing(new ReviewParts(config, environment, database, keys, detector, clock, random));
        Enrichment enrichment = closing(Enrichment.open(config.enrichment()));
        ExchangeIntake intake =
                new ExchangeIntake(config.intake(), judged.fingerprint(), enrichment, reviews.samples(), clock);
        FindingRoutes findings = new FindingRoutes(detector, intake, feed);
        detector.listen(findings);
        DecisionParts decisions = closing(new DecisionParts(
                config.decision(),
                config.data(),
                detector,
                Secrets.in(config.data().resolve("reference.key"), random),
                reviews.programmes(),
                reviews,
                closing(new EventFeed(EVENTS_KEPT)),
                clock));
        decisions.restore(reviews.since());
        reviews.listen(decisions::reviewed, decisions::blocked);
        ExecutorService readers = readers();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new FactRoutes(intake, detector, readers, config.maxInFlightBytes()).routes());
        routes.addAll(findings.routes());
        routes.addAll(decisions.routes());
        routes.addAll(reviews.routes());
        List<ApiServer.Remote> remotes = List.of(
                new ApiServer.Remote(Scope.INGEST, new OtlpServices(intake, detector, readers).service()),
                new ApiServer.Remote(Scope.DECIDE, decisions.envoy()));
        Metrics metrics = closing(new Metrics(detector, intake, decisions.decisions(), claim::held));
        ready = detector.start().thenRun(() -> {
            decisions.begin();
            read(config.sources(), intake);
        });
        every(MINUTE, reviews::refresh);
        every(CLAIM_SECONDS, claim::renew);
        server = closing(ApiServer.start(
                config.server(), routes, remotes, keys::authenticate, metrics.registry(), this::isReady, version));
    }

    /**
     * Starts a service.
     *
     * @param environment may hold the key that wraps accounts' keys
     * @param random makes keys and secrets
     * @param version what the OpenAPI document says
     * @throws IOException if the data folder cannot be used
     * @throws InvalidConfiguration if a setting cannot be used
     */
    public static LiveService start(
            LiveServiceConfig config,
            Map<String, String> environment,
            InstantSource clock,
            SecureRandom random,
            String version)
            throws IOException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return new LiveService(config, environment, clock, random, version, parts);
        } catch (IOException | RuntimeException e) {
            close(parts);
            throw e;
        }
    }

    /** Begins to read what the service reads by itself. */
    private void read(SourceConfig config, ExchangeIntake intake) {
        Map<String, String> positions = detector.positions();
        for (KafkaConfig topic : config.topics()) {
            run("iolaus-topic-" + topic.topic(), new KafkaSource(topic, intake, detector, positions));
        }
        for (TailConfig file : config.files()) {
            run("iolaus-file-" + file.path().getFileName(), new TailSource(file, intake, detector, positions));
        }
    }

    private void run(String name, Runnable source) {
        Thread thread = Background.thread(name, source);
        thread.start();
        synchronized (parts) {
            parts.push(() -> {
                thread.interrupt();
                thread.join();
            });
        }
    }

    private static long hashKey(LiveServiceConfig config, SecureRandom random) throws IOException {
        Path given = config.hashKey();
        Path own = config.data().resolve("hash.key");
        byte[] secret = given == null ? Secrets.in(own, random) : Files.readAllBytes(given);
        if (secret.length == 0) {
            throw new InvalidConfiguration(
                    "setting detection.hash_key_file " + given + " is empty; it must hold a secret");
        }
        return Digest.key(secret);
    }

    private ExecutorService readers() {
        ExecutorService readers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), Background.threads("iolaus-read-"));
        closing(readers::shutdownNow);
        return readers;
    }

    private void every(long seconds, Runnable work) {
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("what is done every {} s failed; it is tried again", seconds, e);
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    private <T extends AutoCloseable> T closing(T part) {
        synchronized (parts) {
            parts.push(part);
        }
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
        Deque<AutoCloseable> open;
        synchronized (parts) {
            open = new ArrayDeque<>(parts);
            parts.clear();
        }
        close(open);
    }

    private static void close(Deque<AutoCloseable> open) {
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a part of the service did not stop as it should", e);
            }
        }
    }
}
