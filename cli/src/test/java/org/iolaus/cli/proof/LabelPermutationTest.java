package org.iolaus.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.iolaus.cli.proof.Recording.Line;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.pipeline.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Countries, phone prefixes and public e-mail providers say nothing: dealt out anew, every finding stays the same. */
class LabelPermutationTest {
    private static final Set<String> PROVIDERS =
            Set.of("gmail.com", "outlook.com", "icloud.com", "yahoo.com", "proton.me");

    private final Recording recording = Populations.everybody().recording();
    private final Random random = new Random(23);

    @Test
    void scan_labelsDealtOutAnew_findsTheSame() {
        List<Account> accounts = relabelled();
        List<Line> exchanges = inOtherCountries();
        assertThat(accounts).isNotEqualTo(recording.accounts());

        Findings again = recording.scan(accounts, exchanges);

        Findings before = Populations.everybody().findings();
        assertThat(before.campaigns()).isNotEmpty();
        assertThat(again.accounts()).isEqualTo(before.accounts());
        assertThat(again.campaigns()).isEqualTo(before.campaigns());
        assertThat(again.cleared()).isEqualTo(before.cleared());
    }

    private List<Account> relabelled() {
        List<@Nullable String> payment = shuffled(Account::paymentCountry);
        List<@Nullable String> signup = shuffled(Account::signupCountry);
        List<@Nullable String> phone = shuffled(Account::phonePrefix);
        List<String> domains = new ArrayList<>();
        for (Account account : recording.accounts()) {
            if (account.emailDomain() != null && PROVIDERS.contains(account.emailDomain())) {
                domains.add(account.emailDomain());
            }
        }
        Collections.shuffle(domains, random);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < payment.size(); i++) {
            Account old = recording.accounts().get(i);
            boolean popular = old.emailDomain() != null && PROVIDERS.contains(old.emailDomain());
            accounts.add(AccountDraft.like(old)
                    .emailDomain(popular ? domains.removeLast() : old.emailDomain())
                    .paymentCountry(payment.get(i))
                    .phonePrefix(phone.get(i))
                    .signupCountry(signup.get(i))
                    .account());
        }
        return accounts;
    }

    private List<@Nullable String> shuffled(Function<Account, @Nullable String> label) {
        List<@Nullable String> labels = new ArrayList<>();
        recording.accounts().forEach(account -> labels.add(label.apply(account)));
        Collections.shuffle(labels, random);
        return labels;
    }

    /** Each account's exchanges come from the countries of another's. */
    private List<Line> inOtherCountries() {
        Map<String, String> country = new HashMap<>();
        recording
                .exchanges()
                .forEach(line -> country.putIfAbsent(
                        line.accountId(), line.tree().at("/network/country").asString()));
        List<String> accounts = country.keySet().stream().sorted().toList();
        List<String> others = new ArrayList<>(accounts);
        Collections.shuffle(others, random);
        Map<String, String> dealt = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            dealt.put(accounts.get(i), country.getOrDefault(others.get(i), "XX"));
        }
        Recording.Reader reader = new Recording.Reader();
        List<Line> lines = new ArrayList<>();
        for (Line line : recording.exchanges()) {
            ObjectNode tree = line.tree();
            ((ObjectNode) tree.path("network")).put("country", dealt.get(line.accountId()));
            lines.add(reader.read(tree));
        }
        return lines;
    }
}
