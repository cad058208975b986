package org.iolaus.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An account's remedy is true: with exactly the facts it names changed, a scan gives the verdict it predicts. Accounts are
 * changed a few of each campaign at a time, so that campaigns survive.
 */
class FaithfulExplanationTest {
    private static final int A_CAMPAIGN = 3;
    private static final int ALL = 100;

    private final Played played = Populations.everybody();

    @Test
    void scan_factsOfTheRemedyChanged_givesThePredictedVerdict() {
        assertThat(wrong(played, batches().getFirst())).isEmpty();
    }

    @Test
    void scan_useAgreedWithTheProvider_clearsTheAccount() {
        List<AccountFinding> batch = batches().getFirst();
        Set<String> chosen = batch.stream().map(AccountFinding::accountId).collect(Collectors.toSet());
        assertThat(batch)
                .allSatisfy(finding ->
                        assertThat(finding.remedy()).endsWith("; a use agreed with the provider would clear it too."));
        List<Account> accounts = played.recording().accounts().stream()
                .map(account -> chosen.contains(account.accountId()) ? Alteration.sanctioned(account) : account)
                .toList();

        Findings after = played.recording().scan(accounts, played.recording().exchanges());

        assertThat(Played.byAccount(after)).isNotEmpty().doesNotContainKeys(chosen.toArray(String[]::new));
    }

    @Test
    void scan_promptsOfAccountsAskedToVerifyChanged_givesThePredictedVerdict() {
        Played scattered = Populations.scattered();
        List<AccountFinding> asked = scattered.findings().accounts().stream()
                .filter(finding -> finding.verdict() == Verdict.VERIFY)
                .limit(A_CAMPAIGN)
                .toList();

        assertThat(asked)
                .hasSize(A_CAMPAIGN)
                .allSatisfy(finding ->
                        assertThat(Remedy.of(finding)).isEqualTo(new Remedy(Verdict.ALLOW, Set.of(Remedy.PROMPTS))));
        assertThat(wrong(scattered, asked)).isEmpty();
    }

    @Test
    void scan_loneAccountWithFewerExchanges_isLeftAlone() {
        AccountFinding lone = lone();
        Matcher most = Pattern.compile("with at most ([\\d,]+) exchanges").matcher(lone.remedy());
        assertThat(most.find()).isTrue();
        long limit = Long.parseLong(most.group(1).replace(",", ""));
        List<Recording.Line> fewer = new ArrayList<>();
        int kept = 0;
        for (Recording.Line line : played.recording().exchanges()) {
            boolean own = line.accountId().equals(lone.accountId());
            if (!own || kept < limit) {
                fewer.add(line);
                kept += own ? 1 : 0;
            }
        }

        assertThat(Played.byAccount(played.recording().scan(played.recording().accounts(), fewer)))
                .doesNotContainKey(lone.accountId());
    }

    @Test
    void scan_useOfALoneAccountAgreed_isLeftAlone() {
        AccountFinding lone = lone();
        assertThat(lone.remedy()).contains("a use agreed with the provider");
        List<Account> accounts = played.recording().accounts().stream()
                .map(account -> account.accountId().equals(lone.accountId()) ? Alteration.sanctioned(account) : account)
                .toList();

        assertThat(Played.byAccount(
                        played.recording().scan(accounts, played.recording().exchanges())))
                .doesNotContainKey(lone.accountId());
    }

    /** An account that extracts at volume by itself. */
    private AccountFinding lone() {
        return Played.byAccount(played.findings()).values().stream()
                .filter(finding -> finding.verdict() == Verdict.OBSERVE
                        && finding.evidence().getFirst().kind().equals("lone_extraction"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("slow")
    void scan_factsOfAHundredRemediesChanged_givesThePredictedVerdicts() {
        int tried = 0;
        Map<String, String> wrong = new TreeMap<>();
        for (List<AccountFinding> batch : batches()) {
            List<AccountFinding> rest = batch.subList(0, Math.min(batch.size(), ALL - tried));
            if (!rest.isEmpty()) {
                wrong.putAll(wrong(played, rest));
                tried += rest.size();
            }
        }
        assertThat(tried).isEqualTo(ALL);
        assertThat(wrong).isEmpty();
    }

    /** Restricted accounts in batches, each with a few of every campaign; every wording of a remedy comes early. */
    private List<List<AccountFinding>> batches() {
        Map<String, List<AccountFinding>> byCampaign = played.restricted().stream()
                .collect(Collectors.groupingBy(
                        finding -> played.recording().archetype(finding.accountId()),
                        TreeMap::new,
                        Collectors.toCollection(ArrayList::new)));
        byCampaign.values().forEach(FaithfulExplanationTest::alternate);
        assertThat(byCampaign).hasSizeGreaterThan(3);
        List<List<AccountFinding>> batches = new ArrayList<>();
        while (byCampaign.values().stream().anyMatch(rest -> !rest.isEmpty())) {
            List<AccountFinding> batch = new ArrayList<>();
            for (List<AccountFinding> rest : byCampaign.values()) {
                List<AccountFinding> next = rest.subList(0, Math.min(A_CAMPAIGN, rest.size()));
                batch.addAll(next);
                next.clear();
            }
            batches.add(batch);
        }
        return batches;
    }

    /** Orders accounts so that different remedies take turns. */
    private static void alternate(List<AccountFinding> findings) {
        Map<String, List<AccountFinding>> byRemedy = findings.stream()
                .collect(Collectors.groupingBy(
                        AccountFinding::remedy, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        findings.clear();
        while (byRemedy.values().stream().anyMatch(rest -> !rest.isEmpty())) {
            byRemedy.values().stream()
                    .filter(rest -> !rest.isEmpty())
                    .forEach(rest -> findings.add(rest.removeFirst()));
        }
    }

    /** Accounts whose verdict is not the one predicted, each with what was predicted and what came. */
    private static Map<String, String> wrong(Played played, List<AccountFinding> batch) {
        Alteration alteration = new Alteration(played.recording());
        Map<String, Remedy> remedies = new LinkedHashMap<>();
        for (AccountFinding finding : batch) {
            Remedy remedy = Remedy.of(finding);
            remedies.put(finding.accountId(), remedy);
            alteration.change(finding.accountId(), remedy);
        }
        Map<String, AccountFinding> after =
                Played.byAccount(played.recording().scan(alteration.accounts(), alteration.exchanges()));
        Map<String, String> wrong = new TreeMap<>();
        remedies.forEach((account, remedy) -> {
            AccountFinding finding = after.get(account);
            Verdict verdict = finding == null ? Verdict.ALLOW : finding.verdict();
            if (verdict != remedy.predicted()) {
                wrong.put(account + " of " + played.recording().archetype(account), remedy + " but " + verdict);
            }
        });
        return wrong;
    }
}
