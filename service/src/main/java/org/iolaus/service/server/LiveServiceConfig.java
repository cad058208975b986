package org.iolaus.service.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.service.configuration.ConfigurationFile;
import org.iolaus.service.configuration.DetectorSettings;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.configuration.Section;
import org.iolaus.service.engine.EngineConfig;
import org.iolaus.service.intake.IntakeConfig;
import org.iolaus.service.log.LogConfig;
import org.iolaus.service.review.ReviewDesk;
import org.iolaus.service.snapshot.SnapshotConfig;
import org.iolaus.service.store.Password;
import org.iolaus.service.store.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an operator can set; docs/examples/iolaus.yaml names it all.
 *
 * @param data folder that holds the log, snapshots, the embedded database and secrets
 * @param server the port
 * @param intake what is taken in
 * @param maxInFlightBytes bytes of bodies in memory at once
 * @param enrichment what is added to addresses
 * @param engine how facts reach the detector
 * @param log how they are kept
 * @param snapshot when the detector's state is saved
 * @param detector how they are judged, but for the hash key
 * @param hashKey file of the secret that keys all hashes, or null for one of the service's own in the data folder
 * @param store the database
 * @param decision how decisions are made and handed out
 * @param sources what the service reads by itself
 * @param desk how people review, and how long what is kept
 * @param keyEncryption file of the key that wraps accounts' keys, or null for one of the service's own
 * @param without stages of detection that are left out, to see what each is worth; no setting leaves one out
 */
public record LiveServiceConfig(
        Path data,
        ServerConfig server,
        IntakeConfig intake,
        long maxInFlightBytes,
        EnrichmentConfig enrichment,
        EngineConfig engine,
        LogConfig log,
        SnapshotConfig snapshot,
        DetectorConfig detector,
        @Nullable Path hashKey,
        StoreConfig store,
        DecisionConfig decision,
        SourceConfig sources,
        ReviewDesk.Config desk,
        @Nullable Path keyEncryption,
        Set<Stage> without) {
    private static final String REFERENCE = "iolaus.yaml";

    public LiveServiceConfig {
        without = Set.copyOf(without);
    }

    /** Reads a configuration file, or takes the defaults if there is none. */
    public static LiveServiceConfig read(@Nullable Path file, Map<String, String> environment) {
        return file == null
                ? ConfigurationFile.parse("", environment, LiveServiceConfig::of)
                : ConfigurationFile.read(file, environment, LiveServiceConfig::of);
    }

    /** The reference: every setting with its default and its meaning, as YAML. */
    public static String reference() {
        try (InputStream packed = LiveServiceConfig.class.getResourceAsStream(REFERENCE)) {
            if (packed == null) {
                throw new IllegalStateException("the reference of settings must be packed with the service");
            }
            return new String(packed.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In which header gateways name the account. */
    public String accountHeader() {
        return decision.gateway().accountHeader();
    }

    /** The same without some stages of detection. */
    public LiveServiceConfig without(Set<Stage> stages) {
        return new LiveServiceConfig(
                data,
                server,
                intake,
                maxInFlightBytes,
                enrichment,
                engine,
                log,
                snapshot,
                detector,
                hashKey,
                store,
                decision,
                sources,
                desk,
                keyEncryption,
                stages);
    }

    /** Reads the settings of a service. */
    static LiveServiceConfig of(Section root) {
        try {
            return checked(root);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfiguration("setting " + e.getMessage());
        }
    }

    private static LiveServiceConfig checked(Section root) {
        Path data = root.file("data").orElse(Path.of("iolaus-data"));
        Section intake = root.section("intake");
        long maxInFlight = intake.bytes("max_in_flight", 256 << 20);
        IntakeConfig taken = intake(intake);
        Section detection = root.section("detection");
        Optional<Path> hashKey = detection.file("hash_key_file");
        DetectorConfig detector = detector(detection);
        ReviewDesk.Config desk = DeskConfig.of(root);
        return new LiveServiceConfig(
                data,
                ServerConfig.of(root.section("server")),
                taken,
                maxInFlight,
                enrichment(root.section("enrichment")),
                engine(root.section("engine")),
                log(root.section("log"), desk.retention().fingerprints()),
                snapshot(root.section("snapshot")),
                detector,
                hashKey.orElse(null),
                store(root.section("store"), data),
                DecisionConfig.of(root.section("decision")),
                SourceConfig.of(root.section("sources")),
                desk,
                keyEncryption(root.section("vault")),
                Set.of());
    }

    private static @Nullable Path keyEncryption(Section section) {
        Optional<Path> file = section.file("key_file");
        section.done();
        return file.orElse(null);
    }

    private static IntakeConfig intake(Section section) {
        IntakeConfig usual = IntakeConfig.DEFAULT;
        Section attributes = section.section("attributes");
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (String field : AttributeNames.fields()) {
            List<String> names = attributes.texts(field);
            if (!names.isEmpty()) {
                named.put(field, names);
            }
        }
        attributes.done();
        long largest = section.bytes("max_unpacked", usual.maxBodyBytes());
        if (largest > 1 << 30) {
            throw section.refused("max_unpacked", largest, "must be at most 1g");
        }
        IntakeConfig config = new IntakeConfig(
                (int) largest, section.count("max_reasons", usual.maxReasons()), AttributeNames.with(named));
        section.done();
        return config;
    }

    private static EnrichmentConfig enrichment(Section section) {
        EnrichmentConfig config = new EnrichmentConfig(
                section.file("geoip").orElse(null),
                section.file("asn").orElse(null),
                files(section, "hosting_ranges"),
                files(section, "vpn_ranges"),
                files(section, "relay_ranges"));
        section.done();
        return config;
    }

    private static List<Path> files(Section section, String name) {
        return section.texts(name).stream().map(Path::of).toList();
    }

    private static EngineConfig engine(Section section) {
        EngineConfig usual = EngineConfig.DEFAULT;
        EngineConfig config = new EngineConfig(
                section.duration("lateness", usual.lateness()),
                section.duration("idle", usual.idle()),
                section.duration("max_ahead", usual.maxAhead()),
                section.duration("tick", usual.tick()),
                section.count("max_queued_exchanges", usual.maxQueuedExchanges()),
                section.bytes("max_queued_bytes", usual.maxQueuedBytes()),
                section.duration("retry_after", usual.retryAfter()));
        section.done();
        return config;
    }

    private static LogConfig log(Section section, Duration retention) {
        LogConfig usual = LogConfig.DEFAULT;
        LogConfig config = new LogConfig(
                section.bytes("segment", usual.segmentBytes()),
                (int) section.bytes("compress_from", usual.compressFromBytes()),
                retention,
                section.duration("retry_after", usual.retryAfter()));
        section.done();
        return config;
    }

    private static SnapshotConfig snapshot(Section section) {
        SnapshotConfig usual = SnapshotConfig.DEFAULT;
        SnapshotConfig config = new SnapshotConfig(
                section.duration("every", usual.every()),
                section.count("every_exchanges", (int) usual.everyExchanges()),
                section.flag("partial_replay", usual.partialReplay()));
        section.done();
        return config;
    }

    private static DetectorConfig detector(Section section) {
        long memory = section.bytes("memory", 0);
        section.done();
        return memory == 0 ? DetectorConfig.DEFAULT : DetectorSettings.withMemory(DetectorConfig.DEFAULT, memory);
    }

    private static StoreConfig store(Section section, Path data) {
        Optional<String> url = section.text("url");
        String user = section.text("user", "");
        Password password = section.text("password").map(Password::new).orElse(Password.NONE);
        section.done();
        return url.isEmpty() ? StoreConfig.embedded(data) : StoreConfig.at(url.get(), user, password);
    }
}
