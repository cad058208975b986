package org.iolaus.benchmarks.degraded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DegradedRunTest {
    private static final Scenario SCENARIO = Scenarios.parse("small", """
            summary: One campaign beside a class
            days: 7
            population:
              - {archetype: class, accounts: 20, groups: 1}
              - {archetype: developer, accounts: 60, groups: 1}
            campaigns:
              - name: one
                size: {accounts: 30, exchanges: 40}
                work: {kinds: [coding]}
            """);

    @TempDir
    static Path folder;

    @BeforeAll
    static void simulate() throws IOException {
        new Simulation(SCENARIO, new SimulationConfig(1, 1, 0, 1)).write(folder);
    }

    @Test
    void of_asIs_scoresAsTheRecordsThemselves() throws IOException, InterruptedException {
        Score score = Evaluation.score(folder, Recording.read(folder).scan());
        CampaignScore campaign = score.campaigns().getFirst();
        DegradedRun run = DegradedRun.of(Kind.AS_IS, folder);
        assertThat(run.honest()).isEqualTo(score.archetypes());
        assertThat(run.campaigns()).singleElement().satisfies(own -> {
            assertThat(own.accounts()).isEqualTo(campaign.accounts());
            assertThat(own.restricted()).isEqualTo(campaign.recall());
            assertThat(own.asked()).isBetween(own.restricted(), 1.0);
            assertThat(own.leak()).isEqualTo(campaign.leak());
        });
    }

    @Test
    void write_sampled_keepsFactsAndAThirdOfExchanges() throws IOException, InterruptedException {
        Recording all = Recording.read(folder);
        Path changed = folder.resolve("sampled");
        DegradedTraffic.write(Kind.SAMPLED_3, folder, changed);
        Recording sampled = Recording.read(changed);
        assertThat(sampled.accounts()).isEqualTo(all.accounts());
        assertThat(sampled.releases()).isEqualTo(all.releases());
        assertThat(sampled.exchanges().size() / (double) all.exchanges().size()).isCloseTo(1 / 3.0, within(0.05));
    }

    @Test
    void honestLine_archetypesHurt_namesNoOthers() {
        DegradedRun run = new DegradedRun(
                Kind.NO_EMAIL,
                List.of(),
                List.of(
                        new ArchetypeScore("class", 60, 2, 3, 1, 1, 0, null),
                        new ArchetypeScore("developer", 80, 0, 0, 80, 0, 0, null)));
        assertThat(run.honestLine()).isEqualTo("no-email           honest: class 2 restricted, 3 asked, of 60");
    }

    @Test
    void honestLine_nobodyHurt_saysSo() {
        assertThat(new DegradedRun(Kind.MASKED, List.of(), List.of()).honestLine())
                .isEqualTo("masked             honest: nobody");
    }
}
