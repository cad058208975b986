package org.iolaus.service.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.account.ReleaseReader;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.iolaus.service.findings.FindingLines;
import org.iolaus.service.findings.JsonText;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;

/** Simulated traffic as facts. */
record Traffic(List<Fingerprint> exchanges, List<Account> accounts, List<Release> releases, List<Review> reviews) {
    private static final Map<Long, Traffic> MADE = new HashMap<>();
    private static final long MINUTE = 60_000_000L;

    /** The demo's traffic. */
    static synchronized Traffic demo(long seed) {
        return MADE.computeIfAbsent(seed, Traffic::make);
    }

    private static Traffic make(long seed) {
        try {
            // The name of the folder is the source of the exchanges, and so part of what they are known by.
            Path folder = Files.createTempDirectory("iolaus").resolve("traffic");
            new Simulation(Scenarios.named("demo"), new SimulationConfig(seed, 1, 0, 2)).write(folder);
            Traffic traffic = new Traffic(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            AccountReader.read(List.of(folder.resolve("accounts.jsonl.zst")), traffic.accounts::add, rejection -> {});
            ReleaseReader.read(List.of(folder.resolve("releases.jsonl")), traffic.releases::add, rejection -> {});
            CapabilityModel model = CapabilityModel.bundled();
            ExchangeStream.read(
                    List.of(folder.resolve("exchanges.jsonl.zst")),
                    IngestConfig.of(2, Instant.parse("2030-01-01T00:00:00Z")),
                    () -> new Fingerprinter(FingerprintConfig.DEFAULT, model)::fingerprint,
                    traffic.sink(),
                    rejection -> {},
                    (read, total, exchanges) -> {});
            return traffic;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private OrderedSink<Fingerprint> sink() {
        return new OrderedSink<>() {
            @Override
            public void accept(Fingerprint fingerprint, long timeMicros) {
                exchanges.add(fingerprint);
            }

            @Override
            public void watermark(long micros) {}
        };
    }

    /** The same with other reviews. */
    Traffic with(List<Review> others) {
        return new Traffic(exchanges, accounts, releases, others);
    }

    /** The same with people's decisions on some of what was found, and with news of accounts. */
    Traffic eventful(Findings found, SplittableRandom random) {
        List<Review> decided = new ArrayList<>();
        for (AccountFinding finding : found.accounts()) {
            if (finding.flaggedAtMicros() > 0 && random.nextInt(4) == 0) {
                long time = finding.flaggedAtMicros() + random.nextLong(-60 * MINUTE, 600 * MINUTE);
                Review.Outcome outcome = Review.Outcome.values()[random.nextInt(2)];
                long until = random.nextBoolean() ? Long.MAX_VALUE : time + random.nextLong(1, 6_000 * MINUTE);
                decided.add(new Review(finding.accountId(), finding.endUserId(), outcome, time, until));
            }
        }
        long first = exchanges.getFirst().timeMicros();
        long span = exchanges.getLast().timeMicros() - first;
        List<Account> told = new ArrayList<>(accounts);
        for (Account account : accounts) {
            if (random.nextInt(10) == 0) {
                told.add(verified(account, first + random.nextLong(span)));
            }
        }
        return new Traffic(exchanges, told, releases, decided);
    }

    private static Account verified(Account account, long atMicros) {
        return new Account(
                account.accountId(),
                atMicros,
                account.createdMicros(),
                account.organizationId(),
                account.type(),
                account.plan(),
                account.emailDomain(),
                account.emailFingerprint(),
                account.paymentFingerprint(),
                account.paymentCountry(),
                account.phonePrefix(),
                account.signupIp(),
                account.signupCountry(),
                Account.Verification.IDENTITY,
                account.sanctionedUse());
    }

    /** What a scan finds. */
    Findings scan() {
        Detector detector = new Detector();
        accounts.forEach(detector::account);
        releases.forEach(detector::release);
        reviews.forEach(detector::review);
        for (Fingerprint exchange : exchanges) {
            detector.observe(exchange);
            detector.advance(exchange.timeMicros() - 10 * MINUTE);
        }
        return detector.finish();
    }

    /** All facts, out of order by at most so much, in batches of several senders; drained at the end. */
    List<Batch> batches(SplittableRandom random, long disorderMicros, int senders, int maxBatch) {
        record Due(long micros, Fact fact) {}
        List<Due> due = new ArrayList<>();
        exchanges.forEach(each ->
                due.add(new Due(each.timeMicros() + random.nextLong(disorderMicros + 1), new Fact.Exchanged(each))));
        accounts.forEach(each ->
                due.add(new Due(dueAt(each.updatedMicros(), random, disorderMicros), new Fact.AccountUpdated(each))));
        releases.forEach(each ->
                due.add(new Due(dueAt(each.releasedMicros(), random, disorderMicros), new Fact.Released(each))));
        reviews.forEach(
                each -> due.add(new Due(dueAt(each.timeMicros(), random, disorderMicros), new Fact.Reviewed(each))));
        Collections.shuffle(due, new java.util.Random(random.nextLong()));
        due.sort(Comparator.comparingLong(Due::micros));
        List<Batch> batches = new ArrayList<>();
        long received = exchanges.getLast().timeMicros() + 1_000 * MINUTE;
        for (int from = 0; from < due.size(); ) {
            int to = Math.min(due.size(), from + 1 + random.nextInt(maxBatch));
            List<Fact> facts = due.subList(from, to).stream().map(Due::fact).toList();
            batches.add(new Batch(received += random.nextLong(1_000), "sender-" + random.nextInt(senders), facts));
            from = to;
        }
        batches.add(new Batch(received, "sender-0", List.of(new Fact.Drained())));
        return batches;
    }

    private static long dueAt(long micros, SplittableRandom random, long disorderMicros) {
        return micros == Long.MIN_VALUE ? micros : micros + random.nextLong(disorderMicros + 1);
    }

    /** Findings as {@code campaigns.jsonl} and {@code accounts.jsonl}. */
    static String lines(Findings findings) {
        StringBuilder lines = new StringBuilder();
        findings.campaigns()
                .forEach(each -> lines.append(
                                JsonText.line(FindingLines.campaign(each).asMap()))
                        .append('\n'));
        findings.accounts()
                .forEach(each -> lines.append(
                                JsonText.line(FindingLines.account(each).asMap()))
                        .append('\n'));
        return lines.toString();
    }
}
