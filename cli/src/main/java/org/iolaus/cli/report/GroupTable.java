package org.iolaus.cli.report;

import java.util.List;
import java.util.Locale;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.ColumnScore;

/** Groups that are no campaign, a row each: which columns they show, and why they are taken for what they are. */
final class GroupTable {
    private static final int LONGEST = 25;

    private GroupTable() {}

    /** @param file name of the file that holds them all */
    static Html render(List<CampaignFinding> groups, String file) {
        Html rows = groups.stream().limit(LONGEST).map(GroupTable::row).collect(Html.joined());
        String rest = groups.size() > LONGEST
                ? " The largest " + LONGEST + " of " + Wording.count(groups.size()) + "; all are in " + file + "."
                : "";
        return Html.of("""
                <div class="scroll"><table class="groups">
                <thead><tr><th>Group</th><th class="n">Accounts</th><th class="n">Exchanges</th><th>Mostly</th>\
                <th>Coordination</th><th>Extraction</th><th>Concealment</th><th>Why</th></tr></thead>
                <tbody>{}</tbody></table></div>
                <p class="quiet">Figures are bits. A filled dot: the group shows this column; an empty one: it does \
                not.{}</p>
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
                group.columns().stream().map(GroupTable::cell).collect(Html.joined()),
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
