package org.iolaus.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.evaluation.Comparison;
import org.iolaus.evaluation.Comparison.Criterion;
import org.iolaus.evaluation.Rivals;
import org.iolaus.evaluation.baseline.TrafficReader;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where published methods fail: Iolaus must not. And what each way of gathering finds that no other does. */
class KnownFailuresTest {
    private static final double MIN_RECALL = 0.95;
    private static final double MIN_RECALL_VERIFY = 0.85;

    @TempDir
    Path folder;

    private Scenario scenario(String campaign) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), """
                summary: Ordinary customers and one campaign
                days: 7
                population:
                  - {archetype: consumer, accounts: 330}
                  - {archetype: developer, accounts: 150}
                  - {archetype: framework-user, accounts: 40}
                  - {archetype: enterprise-seat, accounts: 30}
                  - {archetype: vpn-user, accounts: 30}
                  - {archetype: family, accounts: 20}
                campaigns:
                %s""".formatted(campaign));
        return Scenarios.of(file.toString());
    }

    private static double recall(Recording recording, Findings findings, String campaign, Verdict least) {
        Set<String> found = Played.byAccount(findings).values().stream()
                .filter(finding -> finding.verdict().atLeast(least))
                .map(AccountFinding::accountId)
                .collect(Collectors.toSet());
        List<String> members = members(recording, campaign);
        return members.stream().filter(found::contains).count() / (double) members.size();
    }

    private static List<String> members(Recording recording, String campaign) {
        return recording.labels().keySet().stream()
                .filter(account -> recording.archetype(account).equals("campaign-" + campaign))
                .toList();
    }

    private static List<String> honestAbove(Recording recording, Findings findings, Verdict least) {
        return Played.byAccount(findings).entrySet().stream()
                .filter(entry -> entry.getValue().verdict().atLeast(least))
                .map(Map.Entry::getKey)
                .filter(account -> !recording.archetype(account).startsWith("campaign-"))
                .toList();
    }

    /** The largest share of accounts that use one system prompt. */
    private static double mostShared(Recording recording) {
        Map<Long, Set<String>> users = recording.exchanges().stream()
                .filter(line -> line.fingerprint().system() != 0)
                .collect(Collectors.groupingBy(
                        line -> line.fingerprint().system(),
                        Collectors.mapping(Recording.Line::accountId, Collectors.toCollection(HashSet::new))));
        int most = users.values().stream().mapToInt(Collection::size).max().orElse(0);
        return most / (double) recording.labels().size();
    }

    @Test
    void scan_hydraThatIsAFifthOfAllAccounts_isFoundWhateverIsPopular() throws IOException {
        Scenario scenario = scenario("""
                  - name: hydra
                    size: {accounts: 150, exchanges: 60}
                    work: {kinds: [agentic-coding], wordings: 1, cover: 0.2}
                    exits: {pool: 12}
                """);
        Recording recording = Played.recording(scenario, 3);
        Findings findings = recording.scan();

        assertThat(members(recording, "hydra").size())
                .isGreaterThanOrEqualTo(recording.labels().size() / 5);
        assertThat(mostShared(recording)).isGreaterThan(0.15);
        assertThat(recall(recording, findings, "hydra", Verdict.RESTRICT)).isGreaterThanOrEqualTo(MIN_RECALL);
        assertThat(honestAbove(recording, findings, Verdict.RESTRICT)).isEmpty();
    }

    @Test
    void scan_batchesWithThreeHoursOfJitter_areFoundWhereLockstepFails() throws Exception {
        Scenario scenario = scenario("""
                  - name: jitter
                    size: {accounts: 60, exchanges: 60}
                    work: {kinds: [agentic-coding, tool-use, coding]}
                    tempo: {clock: batches, jitter_minutes: 180}
                """);
        Path traffic = Files.createDirectory(folder.resolve("traffic"));
        Recording recording = Recording.of(scenario, 3, traffic);
        Findings findings = recording.scan();
        Comparison comparison = Rivals.compare(
                traffic,
                findings,
                TrafficReader.read(
                        List.of(traffic.resolve("exchanges.jsonl.zst")),
                        List.of(traffic.resolve("accounts.jsonl.zst")),
                        1));

        assertThat(recall(recording, findings, "jitter", Verdict.RESTRICT)).isGreaterThanOrEqualTo(MIN_RECALL);
        assertThat(honestAbove(recording, findings, Verdict.RESTRICT)).isEmpty();
        assertThat(comparison.rows())
                .filteredOn(
                        row -> row.method().startsWith("lockstep, openings") && row.criterion() == Criterion.FEW_HONEST)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.recall()).isLessThan(MIN_RECALL_VERIFY));
    }

    @Test
    void scan_poolOfResidentialExits_isFoundByTheGroupTestAlone() {
        Recording recording = Populations.everybody().recording();
        Findings without = recording.scan(Set.of(Stage.GROUP_TEST));

        assertThat(recall(recording, Populations.everybody().findings(), "residential", Verdict.RESTRICT))
                .isGreaterThanOrEqualTo(MIN_RECALL);
        assertThat(recall(recording, without, "residential", Verdict.RESTRICT)).isZero();
    }

    @Test
    void scan_contentAloneInCommon_isFoundByTheSignUpTestAlone() {
        Recording recording = Populations.scattered().recording();
        Findings without = recording.scan(Set.of(Stage.SIGN_UP_TEST));

        assertThat(recall(recording, Populations.scattered().findings(), "scattered", Verdict.VERIFY))
                .isGreaterThanOrEqualTo(MIN_RECALL_VERIFY);
        assertThat(recall(recording, without, "scattered", Verdict.VERIFY)).isZero();
    }
}
