package org.iolaus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture's expected figures were computed by an independent implementation of the same definitions. */
class EvaluationTest {
    private static Score score() throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(EvaluationTest.class.getResource("fixture"), "fixture");
        Path fixture = Path.of(url.toURI());
        return Evaluation.score(fixture.resolve("truth"), fixture.resolve("scan"));
    }

    private static CampaignScore campaign(String name) throws IOException, URISyntaxException {
        return score().campaigns().stream()
                .filter(each -> each.campaign().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void score_fixture_givesReferenceTotals() throws Exception {
        Score score = score();
        assertThat(score.campaignsFound()).isEqualTo(3);
        assertThat(score.flagged()).isEqualTo(23);
        assertThat(score.precision()).isCloseTo(0.86957, within(1e-5));
        assertThat(score.honest()).isEqualTo(60);
        assertThat(score.honestFlagged()).isEqualTo(3);
        assertThat(score.honestGroups()).isEqualTo(60);
        assertThat(score.honestGroupsFlagged()).isEqualTo(3);
        assertThat(score.falsePositiveUpper95()).isNull();
        assertThat(score.precisionAtOnePercent()).isCloseTo(0.0859, within(1e-4));
        assertThat(score.precisionAtOnePerMille()).isCloseTo(0.0092, within(1e-4));
        assertThat(score.regrownIdentityKept()).isTrue();
        assertThat(score.insideReseller()).isEqualTo(new Score.EndUserScore(0.5, 2.0 / 3));
        assertThat(score.pairHonestFlagged()).isEqualTo(1);
    }

    @Test
    void score_restrictCampaign_givesReferenceFigures() throws Exception {
        CampaignScore alpha = campaign("alpha");
        assertThat(alpha.recall()).isCloseTo(0.5833, within(1e-4));
        assertThat(alpha.oneCluster()).isEqualTo(0.75);
        assertThat(alpha.purity()).isEqualTo(0.6);
        assertThat(alpha.leak()).isCloseTo(0.6857, within(1e-4));
        assertThat(alpha.hoursToDetect()).isEqualTo(7);
        assertThat(alpha.found()).isEqualTo("cmp-1");
    }

    @Test
    void score_verifyCampaign_countsVerifyAsFound() throws Exception {
        CampaignScore quiet = campaign("quiet");
        assertThat(quiet.recall()).isEqualTo(0.7);
        assertThat(quiet.leak()).isCloseTo(0.4839, within(1e-4));
    }

    @Test
    void score_regrownCampaign_countsBothWavesAsPure() throws Exception {
        assertThat(campaign("regrown-1").purity()).isEqualTo(1);
        assertThat(campaign("regrown-2").leak()).isCloseTo(0.74, within(1e-9));
    }

    @Test
    void score_missedCampaign_leaksEverything() throws Exception {
        CampaignScore missed = campaign("missed");
        assertThat(missed.recall()).isZero();
        assertThat(missed.leak()).isEqualTo(1);
        assertThat(missed.hoursToDetect()).isNaN();
        assertThat(missed.found()).isNull();
    }

    @Test
    void score_tiers_areMeansOverCampaigns() throws Exception {
        assertThat(score().tiers()).hasSize(2);
        assertThat(score().tiers().getFirst().recall()).isCloseTo(0.5833, within(1e-4));
        assertThat(score().tiers().getFirst().leak()).isCloseTo(0.6821, within(1e-4));
    }

    @Test
    void score_archetypes_separateFlaggedFromAsked() throws Exception {
        assertThat(score().archetypes()).anySatisfy(each -> {
            assertThat(each.archetype()).isEqualTo("consumer");
            assertThat(each.accounts()).isEqualTo(40);
            assertThat(each.flagged()).isEqualTo(1);
            assertThat(each.askedToVerify()).isEqualTo(2);
        });
    }

    @Test
    void calibration_allAccounts_sumToLabels() throws Exception {
        Calibration calibration = score().calibration();
        assertThat(calibration.brier()).isCloseTo(0.164685, within(1e-6));
        assertThat(calibration.bins().stream()
                        .mapToInt(Calibration.Bin::accounts)
                        .sum())
                .isEqualTo(103);
    }

    @Test
    void score_missingFile_namesIt(@TempDir Path empty) {
        assertThatThrownBy(() -> Evaluation.score(empty, empty)).hasMessageContaining("labels.jsonl");
    }

    @Test
    void upper95_noTrials_isOne() {
        assertThat(Wilson.upper95(0, 0)).isEqualTo(1);
        assertThat(Wilson.upper95(0, 1000)).isCloseTo(0.0027, within(1e-4));
        assertThat(Wilson.upper95(3, 60)).isCloseTo(0.118683, within(1e-6));
    }

    @Test
    void stated_fewTrials_isSilent() {
        assertThat(Wilson.stated(0, Wilson.MIN_TRIALS - 1)).isNull();
        assertThat(Wilson.stated(0, Wilson.MIN_TRIALS)).isCloseTo(0.0009, within(1e-4));
    }
}
