package org.iolaus.benchmarks.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import org.iolaus.simulator.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnCampaignTest {
    private static DrawnCampaign campaign(String network, int accountsPerCard, boolean reworded, boolean system) {
        String text = """
                summary: One campaign
                days: 7
                population: []
                campaigns:
                  - name: one
                    size: {accounts: 20, exchanges: 50}
                    work: {kinds: [coding], cover: 0.3, reworded: %b, system: %b}
                    exits: {network: %s}
                    life: {accounts_per_card: %d}
                """.formatted(reworded, system, network, accountsPerCard);
        return new DrawnCampaign(7, Scenarios.parse("one", text).campaigns().getFirst(), 20, 0.75, 0.5, 0.25);
    }

    @ParameterizedTest
    @CsvSource({
        "scattered, 1, true, false, 0",
        "datacentre, 1, true, false, 1",
        "shared-vpn, 1, true, false, 1",
        "residential, 1, true, false, 1",
        "geo-matched, 1, true, false, 1",
        "scattered, 2, true, false, 1",
        "scattered, 1, false, false, 1",
        "scattered, 1, true, true, 1",
        "scattered, 1, false, true, 1",
        "datacentre, 3, true, false, 2",
        "datacentre, 3, true, true, 3"
    })
    void families_ofKnobs_areCounted(String network, int card, boolean reworded, boolean system, int families) {
        assertThat(campaign(network, card, reworded, system).families()).isEqualTo(families);
    }

    @Test
    void line_ofCampaign_showsFiguresAndKnobs() {
        assertThat(campaign("geo-matched", 3, true, false).line())
                .isEqualTo("     7 one            20  0.750    0.500  0.250"
                        + "  geo-matched card=3 bursts cover=0.30 reworded no-system shards coding");
    }
}
