package org.iolaus.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alarm for campaign accounts in the reference population, in small; {@code benchmarks/contamination} has it large. */
class ContaminationAlarmTest {
    private static final String ALARM = "reference population is contaminated";
    private static final String HONEST = """
            summary: Ordinary customers, a class and a course
            days: 7
            population:
              - {archetype: consumer, accounts: 280}
              - {archetype: developer, accounts: 130}
              - {archetype: framework-user, accounts: 36}
              - {archetype: evaluation-runner, accounts: 8}
              - {archetype: family, accounts: 24}
              - {archetype: specialist, accounts: 4}
              - {archetype: class, accounts: 30}
              - {archetype: remote-course, accounts: 40}
            campaigns:
            """;
    private static final String FRESH = """
              - name: fresh
                size: {accounts: 48, exchanges: 60}
                work: {kinds: [agentic-coding, tool-use, coding]}
                exits: {pool: 20}
                life: {signup: fresh}
            """;
    private static final String AGED = """
              - name: aged
                size: {accounts: SIZE, exchanges: 60}
                work: {kinds: [agentic-coding, tool-use, coding]}
                exits: {pool: 20}
                life: {signup: aged, accounts_per_card: 1}
            """;
    private static final String BOUGHT = """
              - name: aged
                size: {accounts: 60, exchanges: 60}
                work: {kinds: [agentic-coding, tool-use, coding]}
                exits: {pool: 20}
                life: {signup: ordinary, accounts_per_card: 1}
              - name: fresh
                size: {accounts: 24, exchanges: 60}
                work: {kinds: [agentic-coding, tool-use, coding]}
                exits: {pool: 20}
                life: {signup: fresh}
                ties: {continues: aged}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private Played played(String campaigns, long seed) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), HONEST + campaigns);
        Scenario scenario = Scenarios.of(file.toString());
        return Played.of(scenario, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scan_campaignOnFreshAccounts_soundsNoAlarm(long seed) throws IOException {
        Played played = played(FRESH, seed);

        assertThat(played.findings().campaigns()).isNotEmpty();
        assertThat(played.findings().warnings()).noneMatch(warning -> warning.contains(ALARM));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 36})
    void scan_agedAccountsOfACampaign_soundsTheAlarmAndLosesNone(int aged) throws IOException {
        Played played =
                played(AGED.replace("SIZE", Integer.toString(aged)) + FRESH + "    ties: {continues: aged}\n", 1);

        alarmedAndFound(played);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void scan_accountsBoughtOneByOneOverYears_soundsTheAlarmAndLosesNone(long seed) throws IOException {
        alarmedAndFound(played(BOUGHT, seed));
    }

    private static void alarmedAndFound(Played played) {
        assertThat(played.findings().warnings()).anyMatch(warning -> warning.contains(ALARM));
        for (String campaign : List.of("campaign-aged", "campaign-fresh")) {
            assertThat(played.accounts(campaign).stream()
                            .filter(account -> played.verdict(account) == Verdict.RESTRICT)
                            .count())
                    .isGreaterThanOrEqualTo(
                            (long) (0.9 * played.accounts(campaign).size()));
        }
    }
}
