package org.iolaus.cli.report;

import java.util.List;
import java.util.Locale;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.ColumnScore;

/** Groups that were examined and are not campaigns, each with the reason: as important as the campaigns. */
final class ClearedSection {
    private static final int LONGEST = 25;

    private ClearedSection() {}

    static Html render(List<CampaignFinding> cleared) {
        if (cleared.isEmpty()) {
            return Html.NONE;
        }
        Html rows = cleared.stream().limit(LONGEST).map(ClearedSection::row).collect(Html.joined());
        String rest = cleared.size() > LONGEST
                ? "The largest " + LONGEST + " of " + Wording.count(cleared.size()) + "; all are in cleared.jsonl."
                : "";
        return Html.of("""
                <section>
                <h2>Examined and cleared</h2>
                <p>These groups act together, or look as if they did, and lack at least one of the three things a \
                campaign needs. No account in them is accused of anything for being in the group.</p>
                <div class="scroll"><table class="cleared">
                <thead><tr><th>Group</th><th class="n">Accounts</th><th class="n">Exchanges</th><th>Mostly</th>\
                <th>Coordination</th><th>Extraction</th><th>Concealment</th><th>Why it is cleared</th></tr></thead>
                <tbody>{}</tbody></table></div>
                <p class="quiet">{}</p>
                </section>
                """, rows, rest);
    }

    private static Html row(CampaignFinding group) {
        return Html.of(
                """
                <tr><td><code>{}</code></td><td class="n">{}</td><td class="n">{}</td><td>{}</td>{}<td>{}</td></tr>
                """,
                group.id(),
                Wording.count(group.accounts()),
                Wording.count(group.exchanges()),
                OverviewSection.top(group.capabilities(), 1),
                group.columns().stream().map(ClearedSection::cell).collect(Html.joined()),
                group.explanation());
    }

    private static Html cell(ColumnScore score) {
        return Html.of(
                "<td class=\"{} {}\"><i></i>{}</td>",
                "dot " + (score.present() ? "yes" : "no"),
                score.column().name().toLowerCase(Locale.ROOT),
                Wording.bits(score.bits()));
    }
}
