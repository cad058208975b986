package org.iolaus.cli.report;

import java.util.Comparator;
import java.util.List;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.Column;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;

/** The accounts a reader would look at first: strongest verdict, then most probable, then busiest. */
final class AccountTable {
    private static final int LONGEST = 15;
    private static final Comparator<AccountFinding> FIRST = Comparator.comparing(
                    AccountFinding::verdict, Comparator.reverseOrder())
            .thenComparing(AccountFinding::probability, Comparator.reverseOrder())
            .thenComparing(AccountFinding::exchanges, Comparator.reverseOrder())
            .thenComparing(AccountFinding::accountId)
            .thenComparing(AccountFinding::endUserId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private AccountTable() {}

    static Html render(String title, List<AccountFinding> accounts, Identifiers identifiers) {
        boolean flagged = accounts.stream().anyMatch(account -> account.flaggedAtMicros() >= 0);
        Html rows = accounts.stream()
                .sorted(FIRST)
                .limit(LONGEST)
                .map(account -> row(account, flagged, identifiers))
                .collect(Html.joined());
        String rest = accounts.size() > LONGEST
                ? "The first " + LONGEST + " of " + Wording.count(accounts.size()) + "; all are in accounts.jsonl."
                : "";
        return Html.of("""
                <h3>{}</h3>
                <div class="scroll"><table class="accounts">
                <thead><tr><th>Account</th><th>Verdict</th><th class="n">Probability</th>\
                <th class="n">Exchanges</th>{}<th>Strongest reason</th></tr></thead>
                <tbody>{}</tbody></table></div>
                <p class="quiet">{}</p>
                """, title, flagged ? new Html("<th>Flagged (UTC)</th>") : Html.NONE, rows, rest);
    }

    /** Whether a verdict, by file name, is restrict or stronger. */
    static boolean restricts(String verdict) {
        return verdict.equals(Verdict.RESTRICT.label()) || verdict.equals(Verdict.BLOCK.label());
    }

    private static Html row(AccountFinding account, boolean flagged, Identifiers identifiers) {
        String endUser = account.endUserId();
        return Html.of(
                """
                <tr><td><code>{}</code>{}</td><td>{}</td><td class="n">{}</td><td class="n">{}</td>{}<td>{}</td></tr>
                """,
                identifiers.show(account.accountId()),
                endUser == null ? Html.NONE : Html.of(" <small>end user {}</small>", identifiers.show(endUser)),
                OverviewSection.badge(account.verdict().label()),
                Wording.probability(account.probability()),
                Wording.count(account.exchanges()),
                flagged ? flag(account) : Html.NONE,
                reason(account, identifiers));
    }

    private static Html flag(AccountFinding account) {
        if (account.flaggedAtMicros() < 0) {
            return Html.of("<td>–</td>");
        }
        return Html.of(
                "<td class=\"time\">{}<br/><small>after {}</small></td>",
                Wording.minute(account.flaggedAtMicros()),
                Wording.count(account.exchangesBeforeFlag(), "exchange"));
    }

    /** The account's own strongest evidence; what its whole group shows only if it has none. */
    private static String reason(AccountFinding account, Identifiers identifiers) {
        return account.evidence().stream()
                .max(Comparator.comparing((Evidence evidence) -> evidence.column() == Column.COORDINATION)
                        .thenComparingDouble(Evidence::bits))
                .map(evidence -> identifiers.within(evidence.summary(), evidence.values()))
                .orElse("");
    }
}
