package org.iolaus.cli.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.account.ReleaseReader;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.parse.ExchangeParser;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simulated traffic, fingerprinted once, so that it can be scanned over and over with changes. Immutable.
 *
 * @param exchanges in order of time
 * @param accounts account facts
 * @param releases model releases
 * @param labels the truth by account
 * @param infiltrators hostile end users inside a reseller's account
 */
record Recording(
        List<Line> exchanges,
        List<Account> accounts,
        List<Release> releases,
        Map<String, JsonNode> labels,
        Set<String> infiltrators) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long LATENESS = DetectorConfig.DEFAULT.epochMicros();

    /**
     * One exchange.
     *
     * @param json as it stands in the log
     * @param fingerprint what a scan makes of it
     */
    record Line(byte[] json, Fingerprint fingerprint) {
        String accountId() {
            return fingerprint.accountId();
        }

        ObjectNode tree() {
            return (ObjectNode) MAPPER.readTree(json);
        }
    }

    /** Plays a scenario and reads it back. */
    static Recording of(Scenario scenario, long seed, Path folder) {
        try {
            new Simulation(scenario, new SimulationConfig(seed, 1, 0, 2)).write(folder);
            return read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording read(Path folder) throws IOException {
        List<Account> accounts = new ArrayList<>();
        List<Release> releases = new ArrayList<>();
        AccountReader.read(List.of(folder.resolve("accounts.jsonl.zst")), accounts::add, rejection -> {});
        ReleaseReader.read(List.of(folder.resolve("releases.jsonl")), releases::add, rejection -> {});
        Map<String, JsonNode> labels = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
            JsonNode label = MAPPER.readTree(line);
            labels.put(label.path("account_id").asString(), label);
        }
        Set<String> infiltrators = new HashSet<>();
        MAPPER.readTree(Files.readString(folder.resolve("truth.json")))
                .at("/inside_reseller/end_users")
                .forEach(user -> infiltrators.add(user.asString()));
        Reader reader = new Reader();
        List<Line> exchanges = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(folder.resolve("exchanges.jsonl.zst"))), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                exchanges.add(reader.read(line.getBytes(UTF_8)));
            }
        }
        return new Recording(exchanges, accounts, releases, labels, infiltrators);
    }

    /** Turns lines into fingerprints, as a worker of a scan does. Not thread-safe. */
    static final class Reader {
        private final ExchangeParser parser = new ExchangeParser(0, Long.MAX_VALUE);
        private final Fingerprinter fingerprinter =
                new Fingerprinter(DetectorConfig.DEFAULT.fingerprint(), CapabilityModel.bundled());

        Line read(byte[] json) {
            try {
                Exchange exchange = parser.parse(json, 0, json.length, "test");
                return new Line(json, fingerprinter.fingerprint(exchange));
            } catch (LineRejection e) {
                throw new IllegalArgumentException(e.reason(), e);
            }
        }

        Line read(ObjectNode tree) {
            return read(MAPPER.writeValueAsBytes(tree));
        }
    }

    /** What a scan finds. */
    Findings scan() {
        return scan(accounts, exchanges);
    }

    /** What a scan finds without some of its stages. */
    Findings scan(Set<Stage> without) {
        return scan(accounts, exchanges, new Detector(DetectorConfig.DEFAULT, without));
    }

    /** What a scan finds with other account facts and exchanges, the latter in order of time. */
    Findings scan(Collection<Account> facts, List<Line> lines) {
        return scan(facts, lines, new Detector());
    }

    private Findings scan(Collection<Account> facts, List<Line> lines, Detector detector) {
        facts.forEach(detector::account);
        releases.forEach(detector::release);
        for (Line line : lines) {
            detector.observe(line.fingerprint());
            detector.advance(line.fingerprint().timeMicros() - LATENESS);
        }
        return detector.finish();
    }

    /** What an account does: an honest behaviour, or a campaign's name with {@code campaign-} before it. */
    String archetype(String accountId) {
        return labels.getOrDefault(accountId, MAPPER.nullNode())
                .path("archetype")
                .asString();
    }
}
