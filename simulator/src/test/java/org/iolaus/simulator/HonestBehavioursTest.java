package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Honest look-alikes share what their cards say, and nothing that would declare them. */
class HonestBehavioursTest {
    @TempDir
    private Path folder = Path.of("");

    private static List<JsonNode> facts(Traffic traffic, String archetype) {
        return traffic.labels().entrySet().stream()
                .filter(entry -> entry.getValue().path("archetype").asString().equals(archetype))
                .map(entry -> traffic.accounts().getOrDefault(entry.getKey(), traffic.truth()))
                .toList();
    }

    /** Share of the longer turns of some exchanges that come from one account alone. */
    private static double divided(List<JsonNode> exchanges) {
        Map<String, Set<String>> askers = new HashMap<>();
        for (JsonNode each : exchanges) {
            if (Traffic.turn(each).length() > 80) {
                askers.computeIfAbsent(Traffic.turn(each), _ -> new HashSet<>())
                        .add(each.path("account_id").asString());
            }
        }
        assertThat(askers).hasSizeGreaterThan(250);
        return (double) askers.values().stream()
                        .filter(each -> each.size() == 1)
                        .count()
                / askers.size();
    }

    @Test
    void clientAgency_clients_areOrganizationsOfTheirOwnOnOneCard() throws IOException {
        Traffic traffic = Traffic.of("client-agency", 2, 0.3, 7, folder);
        List<JsonNode> clients = facts(traffic, "client-agency");
        assertThat(Hostile.values(clients, "/payment_fingerprint")).hasSize(1);
        assertThat(Hostile.values(clients, "/organization_id")).hasSize(clients.size());
        assertThat(Hostile.values(clients, "/verification")).doesNotContain("organization");
        assertThat(divided(traffic.exchanges("client-agency"))).isGreaterThan(0.95);
    }

    @Test
    void gradingAgency_workers_divideOneDataSetOnOneCard() throws IOException {
        Traffic traffic = Traffic.of("grading-agency", 2, 0.3, 7, folder);
        List<JsonNode> workers = facts(traffic, "grading-agency");
        assertThat(Hostile.values(workers, "/payment_fingerprint")).hasSize(1);
        assertThat(Hostile.values(workers, "/organization_id")).hasSize(workers.size());
        assertThat(Hostile.values(workers, "/sanctioned_use/0")).containsExactly("");
        List<JsonNode> work = traffic.exchanges("grading-agency");
        assertThat(Hostile.values(work, "/network/ip")).hasSizeLessThan(20);
        assertThat(divided(work)).isBetween(0.85, 0.999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "documents", "reviews"})
    void unverifiedFirm_seats_claimWhatNobodyVerified(String work) throws IOException {
        Traffic traffic = Traffic.of("unverified-firm", 2, 0.3, 7, folder);
        List<JsonNode> seats = facts(traffic, "unverified-" + work);
        for (String one : List.of("organization_id", "email_domain", "payment_fingerprint", "verification")) {
            assertThat(Hostile.values(seats, "/" + one)).as(one).hasSize(1);
        }
        assertThat(Hostile.values(seats, "/verification")).containsExactly("payment");
        List<JsonNode> exchanges = traffic.exchanges("unverified-" + work);
        assertThat(Hostile.values(exchanges, "/network/ip")).hasSizeBetween(4, 20);
        assertThat(divided(exchanges)).isGreaterThan(0.85);
    }

    @Test
    void webGateway_firms_meetOnExitsAlone() throws IOException {
        Traffic traffic = Traffic.of("relays", 2, 0.2, 7, folder);
        List<JsonNode> seats = facts(traffic, "web-gateway");
        Map<String, Set<String>> payers = new HashMap<>();
        seats.forEach(
                seat -> payers.computeIfAbsent(seat.path("payment_fingerprint").asString(), _ -> new HashSet<>())
                        .add(seat.path("organization_id").asString()));
        assertThat(payers).hasSizeGreaterThan(2);
        assertThat(payers.values()).allMatch(organizations -> organizations.size() == 1);
        assertThat(Hostile.values(traffic.exchanges("web-gateway"), "/network/ip"))
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void relays_exits_areSharedByStrangersAlone() throws IOException {
        Traffic traffic = Traffic.of("relays", 2, 0.2, 7, folder);
        Set<String> relay = Hostile.values(traffic.exchanges("relay-user"), "/network/ip");
        Set<String> niche = Hostile.values(traffic.exchanges("niche-vpn"), "/network/ip");
        assertThat(relay).hasSizeBetween(20, 60);
        assertThat(niche).hasSizeBetween(3, 12);
        List<JsonNode> customers = facts(traffic, "niche-vpn");
        assertThat(Hostile.values(customers, "/payment_fingerprint")).hasSize(customers.size());
        assertThat(traffic.exchanges())
                .filteredOn(each -> niche.contains(each.at("/network/ip").asString()))
                .allMatch(each -> traffic.archetype(each).equals("niche-vpn"));
    }
}
