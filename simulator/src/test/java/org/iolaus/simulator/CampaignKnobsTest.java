package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each knob does what it says. */
class CampaignKnobsTest {
    @TempDir
    private Path folder = Path.of("");

    private static List<JsonNode> of(Traffic traffic, String campaign) {
        return traffic.exchanges().stream()
                .filter(each ->
                        traffic.label(each).path("campaign").asString("").equals(campaign))
                .toList();
    }

    private static Set<String> values(Collection<JsonNode> exchanges, String pointer) {
        return exchanges.stream().map(each -> each.at(pointer).asString("")).collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> byAccount(List<JsonNode> exchanges, String pointer) {
        Map<String, Set<String>> values = new HashMap<>();
        for (JsonNode each : exchanges) {
            values.computeIfAbsent(each.path("account_id").asString(), _ -> new HashSet<>())
                    .add(each.at(pointer).asString(""));
        }
        return values;
    }

    @Test
    void clientMinutes_account_changesFingerprint() throws IOException {
        Traffic traffic = Traffic.of("rotating-tls", 2, 0.2, 7, folder);
        assertThat(byAccount(of(traffic, "rotating"), "/network/ja4").values()).allMatch(clients -> clients.size() > 1);
    }

    @Test
    void systemFalse_work_hasNoSystemPrompt() throws IOException {
        Traffic traffic = Traffic.of("no-system", 2, 0.2, 5, folder);
        assertThat(values(of(traffic, "no-system"), "/request/system")).containsExactly("");
    }

    @Test
    void copies_firm_lendsItsSystemPrompt() throws IOException {
        Traffic traffic = Traffic.of("framed", 2, 0.2, 5, folder);
        Set<String> firm = values(
                traffic.exchanges().stream()
                        .filter(each -> traffic.archetype(each).equals("enterprise-seat"))
                        .toList(),
                "/request/system");
        Set<String> copied = values(of(traffic, "framed"), "/request/system");
        copied.remove("");
        assertThat(copied).hasSize(1);
        assertThat(firm).containsAll(copied);
    }

    @Test
    void templateOf_campaigns_shareWordingAndNothingElse() throws IOException {
        Traffic traffic = Traffic.of("shared-template", 2, 0.2, 7, folder);
        List<JsonNode> lender = of(traffic, "lender");
        List<JsonNode> borrower = of(traffic, "borrower");
        assertThat(values(borrower, "/request/system")).isEqualTo(values(lender, "/request/system"));
        assertThat(values(borrower, "/network/ip")).doesNotContainAnyElementsOf(values(lender, "/network/ip"));
        assertThat(turns(borrower)).doesNotContainAnyElementsOf(turns(lender));
    }

    /** Long turns, which are work and not a greeting. */
    private static Set<String> turns(List<JsonNode> exchanges) {
        return exchanges.stream()
                .map(Traffic::turn)
                .filter(turn -> turn.length() > 150)
                .collect(Collectors.toSet());
    }

    @Test
    void organization_accounts_claimOneThatNobodyVerified() throws IOException {
        Traffic traffic = Traffic.of("fake-organization", 2, 0.2, 5, folder);
        List<JsonNode> exchanges = of(traffic, "fake-organization");
        assertThat(values(exchanges, "/organization_id")).hasSize(1);
        assertThat(exchanges.stream()
                        .map(each -> traffic.account(each).path("verification").asString()))
                .doesNotContain("organization");
    }

    @Test
    void standby_replacement_isOlderThanTheBan() throws IOException {
        Traffic traffic = Traffic.of("hot-standby", 2, 0.3, 14, folder);
        Map<String, Instant> first = new HashMap<>();
        for (JsonNode each : of(traffic, "hot-standby")) {
            first.putIfAbsent(
                    each.path("account_id").asString(),
                    Instant.parse(each.path("time").asString()));
        }
        assertThat(first).hasSizeGreaterThan(50);
        long fresh = first.entrySet().stream()
                .filter(entry -> Duration.between(created(traffic, entry.getKey()), entry.getValue())
                                .toHours()
                        < 1)
                .count();
        assertThat((double) fresh / first.size()).isLessThan(0.05);
    }

    private static Instant created(Traffic traffic, String account) {
        JsonNode facts = traffic.accounts().get(account);
        assertThat(facts).isNotNull();
        return Instant.parse(facts.path("created").asString());
    }

    @Test
    void upheaval_people_changeAtOnce() throws IOException {
        Traffic traffic = Traffic.of("upheaval", 2, 0.4, 14, folder);
        assertThat(values(of(traffic, "sdk-release", 1), "/network/ja4"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(values(of(traffic, "sdk-release", -1), "/network/ja4"));
        assertThat(values(of(traffic, "vpn-move", 1), "/network/ip"))
                .doesNotContainAnyElementsOf(values(of(traffic, "vpn-move", -1), "/network/ip"));
        assertThat(of(traffic, "growing-startup", -1))
                .hasSizeGreaterThan(4 * of(traffic, "growing-startup", 1).size());
        assertThat(values(of(traffic, "carrier-nat", 0), "/network/ip")).hasSize(1);
        assertThat(of(traffic, "policy-scholar", 0)).isNotEmpty();
    }

    /** An archetype's exchanges: on the first day (1), on the last (-1), or all. */
    private static List<JsonNode> of(Traffic traffic, String archetype, int end) {
        String day = end == 0 ? "2026-03" : end > 0 ? "2026-03-02" : "2026-03-15";
        return traffic.exchanges().stream()
                .filter(each -> traffic.archetype(each).equals(archetype))
                .filter(each -> each.path("time").asString().startsWith(day))
                .toList();
    }
}
