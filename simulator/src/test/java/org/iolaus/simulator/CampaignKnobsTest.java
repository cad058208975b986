package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    @Test
    void clientMinutes_account_changesFingerprint() throws IOException {
        Traffic traffic = Traffic.of("rotating-tls", 2, 0.2, 7, folder);
        assertThat(Hostile.of(traffic, "rotating")
                        .valuesByAccount("/network/ja4")
                        .values())
                .allMatch(clients -> clients.size() > 1);
    }

    @Test
    void systemFalse_work_hasNoSystemPrompt() throws IOException {
        assertThat(Hostile.of("no-system", 0.2, 5, folder).values("/request/system"))
                .containsExactly("");
    }

    @Test
    void copies_firm_lendsItsSystemPrompt() throws IOException {
        Traffic traffic = Traffic.of("framed", 2, 0.2, 5, folder);
        Set<String> firm = Hostile.values(
                traffic.exchanges().stream()
                        .filter(each -> traffic.archetype(each).equals("enterprise-seat"))
                        .toList(),
                "/request/system");
        Set<String> copied = Hostile.of(traffic, "framed").values("/request/system");
        copied.remove("");
        assertThat(copied).hasSize(1);
        assertThat(firm).containsAll(copied);
    }

    @Test
    void templateOf_campaigns_shareWordingAndNothingElse() throws IOException {
        Traffic traffic = Traffic.of("shared-template", 2, 0.2, 7, folder);
        Hostile lender = Hostile.of(traffic, "lender");
        Hostile borrower = Hostile.of(traffic, "borrower");
        assertThat(prompts(borrower, 2)).isNotEmpty().isSubsetOf(prompts(lender, 1));
        assertThat(borrower.values("/network/ip")).doesNotContainAnyElementsOf(lender.values("/network/ip"));
        assertThat(borrower.turns()).doesNotContainAnyElementsOf(lender.turns());
    }

    /** First lines, which are never edited, of the system prompts that some number of accounts use. */
    private static Set<String> prompts(Hostile campaign, int accounts) {
        Map<String, Long> users = campaign.valuesByAccount("/request/system").values().stream()
                .flatMap(prompts -> prompts.stream()
                        .map(prompt -> prompt.lines().findFirst().orElse(""))
                        .filter(line -> !line.isEmpty())
                        .distinct())
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        users.values().removeIf(count -> count < accounts);
        return users.keySet();
    }

    @Test
    void guiseOrganization_accounts_claimOneThatNobodyVerified() throws IOException {
        Hostile claimed = Hostile.of("fake-organization", 0.2, 5, folder);
        assertThat(claimed.values("/organization_id")).hasSize(1);
        assertThat(claimed.facts("verification")).doesNotContain("organization");
    }

    @Test
    void standby_replacement_isOlderThanTheBan() throws IOException {
        Hostile pool = Hostile.of("hot-standby", 0.3, 14, folder);
        Map<String, List<Instant>> times = pool.timesByAccount();
        assertThat(times).hasSizeGreaterThan(50);
        long fresh = pool.facts().stream().filter(facts -> fresh(facts, times)).count();
        assertThat((double) fresh / times.size()).isLessThan(0.05);
    }

    /** Whether an account was made within an hour before its first exchange. */
    private static boolean fresh(JsonNode facts, Map<String, List<Instant>> times) {
        Instant first = times.getOrDefault(facts.path("account_id").asString(), List.of())
                .getFirst();
        return Duration.between(Hostile.time(facts, "created"), first).toHours() < 1;
    }

    @Test
    void agedIn_share_isOfLongStanding() throws IOException {
        Hostile campaign = Hostile.of("aged-in-10", 0.5, 14, folder);
        List<JsonNode> bought =
                campaign.facts().stream().filter(Hostile::longStanding).toList();
        assertThat(bought).hasSize(30);
        long all = campaign.traffic().accounts().values().stream()
                .filter(Hostile::longStanding)
                .count();
        assertThat((double) bought.size() / all).isBetween(0.07, 0.13);
        assertThat(campaign.facts().stream().filter(each -> !bought.contains(each)))
                .allMatch(facts -> Hostile.daysOld(facts) < 1);
    }

    @Test
    void accountsPerCard_one_givesUniquePayments() throws IOException {
        Hostile campaign = Hostile.of("unique-payments", 0.3, 4, folder);
        assertThat(campaign.facts("payment_fingerprint"))
                .hasSize(campaign.facts().size())
                .hasSizeGreaterThan(30);
    }

    @Test
    void plan_accounts_allHaveIt() throws IOException {
        assertThat(Hostile.of("flat-out", 0.4, 3, folder).facts("plan")).containsExactly("pro");
    }

    @Test
    void geoMatched_exits_areInTheCountryOfSignUp() throws IOException {
        Hostile campaign = Hostile.of("geo-matched", 0.4, 5, folder);
        assertThat(campaign.facts("signup_country")).hasSizeGreaterThan(5);
        assertThat(campaign.exchanges())
                .allMatch(each -> each.at("/network/country")
                        .asString()
                        .equals(campaign.traffic()
                                .account(each)
                                .path("signup_country")
                                .asString()));
        assertThat(Hostile.values(campaign.honest(), "/network/ip"))
                .containsAnyElementsOf(campaign.values("/network/ip"));
    }

    @Test
    void vpnNewcomers_exits_haveOldHonestUsersOnly() throws IOException {
        Hostile campaign = Hostile.of("vpn-newcomers", 1, 4, folder);
        Set<String> exits = campaign.values("/network/ip");
        List<JsonNode> others = campaign.traffic().accounts().entrySet().stream()
                .filter(entry -> !campaign.values("/account_id").contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(facts -> exits.contains(facts.path("signup_ip").asString()))
                .toList();
        assertThat(others).isNotEmpty().allMatch(facts -> Hostile.daysOld(facts) >= 60);
        assertThat(campaign.facts().stream().filter(facts -> Hostile.daysOld(facts) < 60))
                .hasSizeGreaterThan(60);
    }

    @Test
    void fifth_accounts_areAFifth() throws IOException {
        Hostile campaign = Hostile.of("fifth", 0.3, 3, folder);
        assertThat((double) campaign.facts().size()
                        / campaign.traffic().accounts().size())
                .isBetween(0.18, 0.22);
    }

    @Test
    void copiesBenchmark_work_sharesFramesAndNoItem() throws IOException {
        Hostile campaign = Hostile.of("benchmark-template", 0.5, 5, folder);
        List<JsonNode> runners = campaign.honest().stream()
                .filter(each -> campaign.traffic().archetype(each).equals("evaluation-runner"))
                .toList();
        Set<String> systems = campaign.values("/request/system");
        systems.remove("");
        assertThat(Hostile.values(runners, "/request/system")).containsAll(systems);
        assertThat(systems).hasSize(1);
        Set<String> asked = runners.stream().map(Traffic::turn).collect(Collectors.toSet());
        assertThat(campaign.turns()).hasSizeGreaterThan(100).doesNotContainAnyElementsOf(asked);
    }

    @Test
    void upheaval_people_changeAtOnce() throws IOException {
        Traffic traffic = Traffic.of("upheaval", 2, 0.4, 14, folder);
        assertThat(Hostile.values(of(traffic, "sdk-release", 1), "/network/ja4"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(Hostile.values(of(traffic, "sdk-release", -1), "/network/ja4"));
        assertThat(Hostile.values(of(traffic, "vpn-move", 1), "/network/ip"))
                .doesNotContainAnyElementsOf(Hostile.values(of(traffic, "vpn-move", -1), "/network/ip"));
        assertThat(of(traffic, "growing-startup", -1))
                .hasSizeGreaterThan(4 * of(traffic, "growing-startup", 1).size());
        assertThat(Hostile.values(of(traffic, "carrier-nat", 0), "/network/ip")).hasSize(1);
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
