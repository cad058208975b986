package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.iolaus.simulator.campaign.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The scenarios of the disclosures of 2026 have the published figures, small or large. */
class DisclosedTest {
    private static final double SCALE = 0.003;

    @Test
    void campaigns_accounts_areThePublishedNumber() {
        List<Shape> campaigns = Scenarios.named("disclosed-2026-02").campaigns();
        assertThat(campaigns.stream().mapToInt(shape -> shape.size().accounts()).sum())
                .isEqualTo(24_000);
        assertThat(campaigns.getLast().size().accounts()).isGreaterThan(20_000);
    }

    @Test
    void write_smallScale_keepsRatiosAndPivot(@TempDir Path folder) throws IOException {
        Traffic traffic = Traffic.of("disclosed-2026-02", 3, SCALE, 14, folder);
        long grading = exchanges(traffic, "grading");
        long agentic = exchanges(traffic, "agentic");
        long network = exchanges(traffic, "proxy-network");
        assertThat(grading).isCloseTo((long) (150_000 * SCALE), withinPercentage(60));
        assertThat(agentic).isCloseTo((long) (3_400_000 * SCALE), withinPercentage(60));
        assertThat(network).isCloseTo((long) (13_000_000 * SCALE), withinPercentage(25));
        assertThat(traffic.exchanges().size() - grading - agentic - network)
                .isCloseTo(grading + agentic + network, withinPercentage(30));
        assertThat(movedAfterADay(traffic)).isBetween(0.4, 0.55);
    }

    @Test
    void september_smallScale_keepsPublishedFigures(@TempDir Path folder) throws IOException {
        double scale = 0.0005;
        Traffic traffic = Traffic.of("disclosed-2026-09", 3, scale, 50, folder);
        assertThat(exchanges(traffic, "flood")).isCloseTo((long) (151_000_000 * scale), withinPercentage(5));
        assertThat(exchanges(traffic, "flood") / 50).isCloseTo((long) (3_000_000 * scale), withinPercentage(5));
        assertThat(exchanges(traffic, "standby")).isCloseTo((long) (23_000_000 * scale), withinPercentage(5));
        int seats = 12;
        int accounts = traffic.truth()
                .path("campaigns")
                .path("standby")
                .path("accounts")
                .asInt();
        assertThat(1030 * accounts / seats).isCloseTo(5380, withinPercentage(15));
    }

    @Test
    void september_campaigns_haveThePublishedSizes() {
        List<Shape> campaigns = Scenarios.named("disclosed-2026-09").campaigns();
        assertThat(campaigns.getFirst().size().accounts()).isEqualTo(3500);
        assertThat(campaigns.stream().map(Shape::name))
                .containsExactly("flood", "standby", "sweep", "replay", "trace-cleaning", "probing");
    }

    private static long exchanges(Traffic traffic, String campaign) {
        return traffic.truth()
                .path("campaigns")
                .path(campaign)
                .path("exchanges")
                .asLong();
    }

    /** Share of the large campaign's exchanges on the new model on the second day after its release. */
    private static double movedAfterADay(Traffic traffic) {
        Instant released = traffic.exchanges().stream()
                .filter(each -> each.path("model").asString().equals("orion-3.5-large"))
                .map(each -> Instant.parse(each.path("time").asString()))
                .findFirst()
                .orElseThrow();
        List<JsonNode> after = traffic.exchanges().stream()
                .filter(each ->
                        traffic.label(each).path("campaign").asString("").equals("proxy-network"))
                .filter(each -> {
                    long hours =
                            (Instant.parse(each.path("time").asString()).getEpochSecond() - released.getEpochSecond())
                                    / 3600;
                    return hours >= 24 && hours < 48;
                })
                .toList();
        return (double) after.stream()
                        .filter(each -> each.path("model").asString().equals("orion-3.5-large"))
                        .count()
                / after.size();
    }
}
