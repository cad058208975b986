package org.iolaus.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest look-alikes stay silent, and campaigns of every shape are found beside them. */
class GoldenScenariosTest {
    private static final double MIN_RECALL = 0.85;
    /** Of accounts that make half a dozen exchanges each; with twelve each it is as the others'. */
    private static final double MIN_RECALL_BRIEF = 0.75;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "remote-course",
                "agency",
                "hackathon",
                "enterprise-seat",
                "framework-user",
                "vpn-user",
                "family",
                "evaluation-runner",
                "judge-researcher",
                "sanctioned",
                "reseller",
                "consumer",
                "developer",
                "app-pipeline",
                "privacy-minded",
                "specialist",
                "viral-prompt",
                "coworking"
            })
    void scan_honestLookAlike_isNeitherRestrictedNorAskedToVerify(String archetype) {
        assertThat(Populations.everybody().accounts(archetype))
                .isNotEmpty()
                .allSatisfy(account ->
                        assertThat(Populations.everybody().verdict(account)).isLessThanOrEqualTo(Verdict.OBSERVE));
    }

    /** What one app, host or firm gives its people is a reason to ask at most. */
    @ParameterizedTest
    @ValueSource(strings = {"competition", "own-key", "phone-app", "remote-team"})
    void scan_peopleOfOneSource_areNotRestricted(String archetype) {
        Played played = Populations.hosted();

        assertThat(played.accounts(archetype)).isNotEmpty();
        assertThat(share(played, played.accounts(archetype), Verdict.RESTRICT)).isZero();
        assertThat(played.restricted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"residential", "cover70", "reworded", "aged", "reseller"})
    void scan_campaign_isRestricted(String campaign) {
        Played played = Populations.everybody();

        assertThat(share(played, played.accounts("campaign-" + campaign), Verdict.RESTRICT))
                .isGreaterThanOrEqualTo(MIN_RECALL);
    }

    @Test
    void scan_campaignOfFewExchanges_isRestricted() {
        Played played = Populations.everybody();

        assertThat(share(played, played.accounts("campaign-short"), Verdict.RESTRICT))
                .isGreaterThanOrEqualTo(MIN_RECALL_BRIEF);
    }

    @Test
    void scan_campaigns_haveAccountsAboveAllow() {
        for (Played played : List.of(Populations.everybody(), Populations.scattered())) {
            assertThat(played.findings().campaigns()).isNotEmpty().allSatisfy(campaign -> {
                assertThat(campaign.accounts()).isPositive();
                assertThat(campaign.verdict()).isNotEqualTo(Verdict.ALLOW.label());
            });
        }
    }

    @Test
    void scan_contentAloneInCommon_isAskedToVerify() {
        Played played = Populations.scattered();
        List<String> campaign = played.accounts("campaign-scattered");

        assertThat(share(played, campaign, Verdict.VERIFY)).isGreaterThanOrEqualTo(MIN_RECALL);
        assertThat(played.restricted()).isEmpty();
    }

    @Test
    void scan_campaignInsideReseller_hitsItsEndUsersAlone() {
        Set<String> found = Populations.everybody().findings().accounts().stream()
                .filter(finding ->
                        finding.endUserId() != null && finding.verdict().atLeast(Verdict.VERIFY))
                .map(AccountFinding::endUserId)
                .collect(Collectors.toSet());
        Set<String> hostile = Populations.everybody().recording().infiltrators();

        assertThat(hostile).hasSizeGreaterThan(50).containsAll(found);
        assertThat(found).hasSizeGreaterThanOrEqualTo((int) (MIN_RECALL * hostile.size()));
    }

    @Test
    void scan_sameItemsByOneHonestAccountAndByShards_restrictsTheShards() {
        Played played = Populations.counterfactual();

        assertThat(share(played, played.accounts("campaign-pair-sharded"), Verdict.RESTRICT))
                .isGreaterThanOrEqualTo(MIN_RECALL);
        assertThat(played.accounts("pair-honest"))
                .singleElement()
                .satisfies(account -> assertThat(played.verdict(account)).isLessThanOrEqualTo(Verdict.OBSERVE));
    }

    private static double share(Played played, List<String> accounts, Verdict verdict) {
        long found = accounts.stream()
                .filter(account -> played.verdict(account) == verdict)
                .count();
        return found / (double) accounts.size();
    }
}
