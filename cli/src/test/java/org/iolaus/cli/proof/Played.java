package org.iolaus.cli.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.simulator.Scenario;

/**
 * A recording and what a scan of it finds.
 *
 * @param recording the traffic
 * @param findings what a scan finds
 */
record Played(Recording recording, Findings findings) {
    static Played of(Scenario scenario, long seed) {
        Recording recording = recording(scenario, seed);
        return new Played(recording, recording.scan());
    }

    /** Plays a scenario and leaves no files. */
    static Recording recording(Scenario scenario, long seed) {
        try {
            Path folder = Files.createTempDirectory("iolaus-proof");
            Recording recording = Recording.of(scenario, seed, folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found of accounts as a whole, by account; the others are at allow. */
    static Map<String, AccountFinding> byAccount(Findings findings) {
        return findings.accounts().stream()
                .filter(finding -> finding.endUserId() == null)
                .collect(Collectors.toMap(AccountFinding::accountId, finding -> finding, (a, b) -> a, TreeMap::new));
    }

    Verdict verdict(String accountId) {
        AccountFinding finding = byAccount(findings).get(accountId);
        return finding == null ? Verdict.ALLOW : finding.verdict();
    }

    /** Accounts that are restricted, by account. */
    List<AccountFinding> restricted() {
        return byAccount(findings).values().stream()
                .filter(finding -> finding.verdict().atLeast(Verdict.RESTRICT))
                .toList();
    }

    /** Accounts of an honest archetype, or of a campaign labelled by its name. */
    List<String> accounts(String archetype) {
        return recording.labels().keySet().stream()
                .filter(account -> recording.archetype(account).equals(archetype))
                .sorted()
                .toList();
    }
}
