package org.iolaus.benchmarks.contamination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.account.ReleaseReader;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One scenario under one seed, scanned.
 *
 * @param contamination hostile accounts with the age and verification to serve in the reference population, as a share of
 *     all that have them
 * @param alarmed whether the scan warned of contamination
 * @param hostile hostile accounts
 * @param found those that got the verdict they deserve
 * @param honestRestricted honest accounts that were restricted
 */
record Trial(double contamination, boolean alarmed, int hostile, int found, int honestRestricted) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final CapabilityModel MODEL = CapabilityModel.bundled();
    private static final String ALARM = "reference population is contaminated";

    static Trial of(Scenario scenario, long seed, int threads) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("iolaus-contamination");
        try {
            new Simulation(scenario, new SimulationConfig(seed, 1, 0, threads)).write(folder);
            return scored(scenario, folder, threads);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Trial scored(Scenario scenario, Path folder, int threads) throws IOException, InterruptedException {
        Map<String, Account> accounts = new HashMap<>();
        Findings findings = scan(folder, accounts, threads);
        Set<String> hostile = hostile(folder);
        Verdict deserved =
                scenario.campaigns().stream().anyMatch(shape -> shape.expect().equals("verify"))
                        ? Verdict.VERIFY
                        : Verdict.RESTRICT;
        int found = 0;
        int honestRestricted = 0;
        for (AccountFinding finding : findings.accounts()) {
            boolean guilty = hostile.contains(finding.accountId());
            found += guilty && finding.verdict().atLeast(deserved) ? 1 : 0;
            honestRestricted += !guilty && finding.verdict().atLeast(Verdict.RESTRICT) ? 1 : 0;
        }
        boolean alarmed = findings.warnings().stream().anyMatch(warning -> warning.contains(ALARM));
        return new Trial(
                contamination(accounts.values(), hostile, findings.lastMicros()),
                alarmed,
                hostile.size(),
                found,
                honestRestricted);
    }

    private static Findings scan(Path folder, Map<String, Account> accounts, int threads)
            throws IOException, InterruptedException {
        Detector detector = new Detector();
        AccountReader.read(
                List.of(folder.resolve("accounts.jsonl.zst")),
                account -> {
                    accounts.put(account.accountId(), account);
                    detector.account(account);
                },
                rejection -> {});
        ReleaseReader.read(List.of(folder.resolve("releases.jsonl")), detector::release, rejection -> {});
        ExchangeStream.read(
                List.of(folder.resolve("exchanges.jsonl.zst")),
                IngestConfig.of(threads, Instant.now()),
                () -> new Fingerprinter(DetectorConfig.DEFAULT.fingerprint(), MODEL)::fingerprint,
                new Sink(detector),
                rejection -> {},
                (read, total, exchanges) -> {});
        return detector.finish();
    }

    private static Set<String> hostile(Path folder) throws IOException {
        Set<String> hostile = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
            JsonNode label = MAPPER.readTree(line);
            if (label.path("campaign").isString()) {
                hostile.add(label.path("account_id").asString());
            }
        }
        return hostile;
    }

    private static double contamination(Iterable<Account> accounts, Set<String> hostile, long nowMicros) {
        int old = 0;
        int contaminating = 0;
        for (Account account : accounts) {
            boolean serves = account.createdMicros() != Long.MIN_VALUE
                    && account.createdMicros() <= nowMicros - ReferenceConfig.DEFAULT.tenureMicros()
                    && account.verification().compareTo(Account.Verification.PAYMENT) >= 0
                    && account.type() != Account.Type.RESELLER
                    && account.sanctionedUse().isEmpty();
            old += serves ? 1 : 0;
            contaminating += serves && hostile.contains(account.accountId()) ? 1 : 0;
        }
        return contaminating / (double) Math.max(1, old);
    }

    private record Sink(Detector detector) implements OrderedSink<Fingerprint> {
        @Override
        public void accept(Fingerprint fingerprint, long timeMicros) {
            detector.observe(fingerprint);
        }

        @Override
        public void watermark(long micros) {
            detector.advance(micros);
        }
    }
}
