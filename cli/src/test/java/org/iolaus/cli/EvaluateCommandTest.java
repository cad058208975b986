package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("labels.jsonl"), """
                {"account_id":"a","campaign":"one","archetype":"campaign-one"}
                {"account_id":"b","campaign":null,"archetype":"class","group":"class-1"}
                {"account_id":"c","campaign":null,"archetype":"class","group":"class-1"}
                {"account_id":"d","campaign":null,"archetype":"consumer"}
                """);
        Files.writeString(folder.resolve("truth.json"), """
                {"campaigns":{"one":{"tier":"t","first":"2026-03-01T00:00:00Z",
                 "pivot":{"from":"m1","to":"m2","released":"2026-03-02T00:00:00Z","exchanges":1}}},
                 "times":{"a":[1772323200]}}
                """);
        Files.writeString(folder.resolve("accounts.jsonl"), """
                {"account_id":"a","campaign_id":"x","verdict":"restrict","probability":0.9,"flagged_at":"2026-03-01T00:00:00Z"}
                {"account_id":"b","campaign_id":"x","verdict":"restrict","probability":0.9}
                {"account_id":"c","campaign_id":"x","verdict":"restrict","probability":0.9}
                """);
        Files.writeString(folder.resolve("campaigns.jsonl"), """
                {"campaign_id":"x","detected_at":"2026-03-01T02:00:00Z",
                 "pivots":[{"to":"m2","detected_at":"2026-03-02T03:00:00Z"}]}
                """.replace("\n ", ""));
    }

    @Test
    void evaluate_human_countsGroupsAndShowsReliability() {
        CommandRun run = CommandRun.of("evaluate", folder.toString(), folder.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("hours=2.0 pivot=3.0h")
                .contains("2 of 3 honest accounts flagged, 1 of 2 independent groups\n")
                .contains("honest class              flagged 2 of 2 accounts, 1 of 1 groups; asked")
                .contains("moves to a new model found: 1 of 1")
                .containsPattern("0\\.9 to 1\\.0 +0\\.900 +0\\.333 +3\n");
    }

    @Test
    void evaluate_baselines_cutEachWhereTheLabelsSay() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String account : List.of("a", "a", "a", "b", "c", "c", "d")) {
            lines.append(
                    "{\"id\":\"" + lines.length() + "\",\"time\":\"2026-03-01T00:00:00Z\",\"account_id\":\"" + account
                            + "\",\"model\":\"m\",\"request\":{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}}\n");
        }
        Path exchanges = Files.writeString(folder.resolve("exchanges.jsonl"), lines);
        CommandRun run = CommandRun.of("evaluate", folder, folder, "--baselines", exchanges, "--format", "json");
        JsonNode comparison = new JsonMapper().readTree(run.out());
        assertThat(comparison.path("maxHonest").asInt()).isEqualTo(1);
        JsonNode scan = comparison.path("rows").get(0);
        assertThat(scan.path("recall").asDouble()).isEqualTo(1);
        assertThat(scan.path("honestFlagged").asInt()).isEqualTo(2);
        JsonNode volume = comparison.path("rows").get(3);
        assertThat(volume.path("method").asString()).isEqualTo("volume");
        assertThat(volume.path("threshold").asDouble()).isEqualTo(3);
        assertThat(volume.path("precision").asDouble()).isEqualTo(1);
        assertThat(volume.path("campaigns").path("one").asDouble()).isEqualTo(1);
        assertThat(CommandRun.of("evaluate", folder, folder, "--baselines", exchanges)
                        .out())
                .containsPattern("volume +best F1 +3\\.000 +1\\.000 +1\\.000 +1\\.000 +0\n");
    }

    @Test
    void evaluate_accountsAlone_areRefused() {
        CommandRun run = CommandRun.of("evaluate", folder, folder, "--accounts", folder);
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("needs --baselines");
    }

    @Test
    void evaluate_json_saysTheSame() {
        CommandRun run = CommandRun.of("evaluate", folder.toString(), folder.toString(), "--format", "json");
        JsonNode score = new JsonMapper().readTree(run.out());
        assertThat(score.path("honestGroups").asInt()).isEqualTo(2);
        assertThat(score.path("honestGroupsFlagged").asInt()).isEqualTo(1);
        assertThat(score.path("falsePositiveUpper95").isNull()).isTrue();
        assertThat(score.path("pivotsFound").asInt()).isEqualTo(1);
        assertThat(score.path("calibration").path("bins").size()).isEqualTo(2);
    }
}
