package org.iolaus.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;

/** All campaigns in one table, each row leading to its section. */
final class OverviewSection {
    private static final int LONGEST = 200;

    private OverviewSection() {}

    /** Draws the table if there are several; the first {@code sections} have a section to lead to. */
    static Html render(List<CampaignFinding> campaigns, int sections) {
        if (campaigns.size() < 2) {
            return Html.NONE;
        }
        Html rows = campaigns.stream().limit(LONGEST).map(OverviewSection::row).collect(Html.joined());
        String rest = campaigns.size() > sections
                ? "The first " + sections + " of " + Wording.count(campaigns.size())
                        + " are described below; all are in campaigns.jsonl."
                : "";
        return Html.of("""
                <section>
                <h2>At a glance</h2>
                <div class="scroll"><table>
                <thead><tr><th>Campaign</th><th>Verdict</th><th class="n">Accounts</th><th class="n">Exchanges</th>\
                <th>Takes mostly</th><th>Detected</th><th class="n">Confidence</th></tr></thead>
                <tbody>{}</tbody></table></div>
                <p class="quiet">{}</p>
                </section>
                """, rows, rest);
    }

    private static Html row(CampaignFinding campaign) {
        return Html.of(
                """
                <tr><td><a href="#{}">{}</a></td><td>{}</td><td class="n">{}</td><td class="n">{}</td>\
                <td>{}</td><td>{}</td><td class="n">{}</td></tr>
                """,
                campaign.id(),
                campaign.id(),
                badge(campaign.verdict()),
                Wording.count(campaign.accounts()),
                Wording.count(campaign.exchanges()),
                top(campaign.capabilities(), 2),
                Wording.minute(campaign.detectedAt()),
                Wording.probability(campaign.confidence()));
    }

    /** A verdict as a coloured word. */
    static Html badge(String verdict) {
        return Html.of("<span class=\"badge {}\">{}</span>", verdict, verdict);
    }

    /** The names of the largest shares. */
    static String top(Map<String, Double> shares, int limit) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> Wording.words(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
