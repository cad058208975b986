package org.iolaus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelinkTest {
    private static final Truth TRUTH = new Truth(
            Map.of("old", label(), "quick", label(), "slow", label(), "missed", label()),
            Map.of("c", new Truth.Campaign("t", "restrict", false, 0, null)),
            Map.of(
                    "old", new double[] {0, 10, 200},
                    "quick", new double[] {110, 120, 130},
                    "slow", new double[] {110, 120, 130, 140, 150},
                    "missed", new double[] {110, 120}),
            null,
            List.of());

    private static Truth.Label label() {
        return new Truth.Label("c", "campaign-c", null);
    }

    private static Scan.Finding restricted(double at) {
        return new Scan.Finding("cmp", "restrict", 1, at);
    }

    private static CampaignScore score(Map<String, Scan.Finding> accounts) {
        Scan scan = new Scan(accounts, Map.of(), Map.of("cmp", new Scan.Campaign(100, Map.of())));
        return new CampaignScorer(TRUTH, scan).score("c", new Truth.Campaign("t", "restrict", false, 0, null));
    }

    @Test
    void relink_accountsThatBeganLater_countTheDecidingExchange() {
        CampaignScore score =
                score(Map.of("old", restricted(200), "quick", restricted(110.5), "slow", restricted(140)));
        assertThat(score.relink()).isEqualTo(new CampaignScore.Relink(3, 4, Double.POSITIVE_INFINITY));
    }

    @Test
    void relink_campaignNeverFound_isUnknown() {
        assertThat(score(Map.of()).relink()).isNull();
    }
}
