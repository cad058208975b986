package org.iolaus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PivotScoreTest {
    @TempDir
    Path folder;

    private Score score(String pivots) throws IOException {
        Files.writeString(folder.resolve("labels.jsonl"), """
                {"account_id":"a","campaign":"one","archetype":"x"}
                {"account_id":"b","campaign":"two","archetype":"x"}
                {"account_id":"c","campaign":"three","archetype":"x"}
                """);
        Files.writeString(folder.resolve("truth.json"), """
                {"campaigns":{
                 "one":{"tier":"t","first":"2026-03-01T00:00:00Z",
                  "pivot":{"from":"m1","to":"m2","released":"2026-03-02T00:00:00Z","exchanges":5}},
                 "two":{"tier":"t","evasive":true,"first":"2026-03-01T00:00:00Z",
                  "pivot":{"from":"m1","to":"m2","released":"2026-03-02T00:00:00Z","exchanges":5}},
                 "three":{"tier":"t","first":"2026-03-01T00:00:00Z"}},
                 "times":{"a":[1772323200],"b":[1772323200],"c":[1772323200]}}
                """);
        Files.writeString(folder.resolve("accounts.jsonl"), """
                {"account_id":"a","campaign_id":"cmp-1","verdict":"restrict","probability":1}
                """);
        Files.writeString(
                folder.resolve("campaigns.jsonl"),
                "{\"campaign_id\":\"cmp-1\",\"detected_at\":\"2026-03-01T06:00:00Z\",\"pivots\":[" + pivots + "]}\n");
        return Evaluation.score(folder, folder);
    }

    @Test
    void score_reportedMove_countsHoursFromTheRelease() throws IOException {
        Score score = score("""
                {"to":"m2","detected_at":"2026-03-02T20:30:00Z"},{"to":"m2","detected_at":"2026-03-02T18:30:00Z"}""");
        CampaignScore.PivotScore pivot = score.campaigns().getFirst().pivot();
        assertThat(pivot).isNotNull();
        assertThat(pivot.found()).isTrue();
        assertThat(pivot.hours()).isCloseTo(18.5, within(1e-9));
        assertThat(score.pivots()).isEqualTo(2);
        assertThat(score.pivotsFound()).isEqualTo(1);
        assertThat(score.campaigns().getLast().pivot()).isNull();
    }

    @Test
    void score_truthMarksACampaign_keepsTheMark() throws IOException {
        assertThat(score("").campaigns()).extracting(CampaignScore::evasive).containsExactly(false, true, false);
    }

    @Test
    void score_moveToAnotherModel_isNotTheTrueOne() throws IOException {
        Score score = score("{\"to\":\"m9\",\"detected_at\":\"2026-03-02T20:30:00Z\"}");
        assertThat(score.pivotsFound()).isZero();
    }
}
