package org.iolaus.cli.report;

import java.util.List;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;

/** Groups that show coordination and one of the two other columns: neither campaigns nor cleared. */
final class WatchedSection {
    private WatchedSection() {}

    static Html render(Findings findings, Identifiers identifiers) {
        List<CampaignFinding> watched = findings.watched();
        if (watched.isEmpty()) {
            return Html.NONE;
        }
        List<AccountFinding> members = findings.accounts().stream()
                .filter(account -> account.groupId() != null)
                .toList();
        return Html.of(
                """
                <section>
                <h2>Watched</h2>
                <p>These groups act together, and either extract or hide, but do not show both. They are no campaigns \
                and are not cleared: their accounts are observed, and nothing more is advised.</p>
                {}{}
                </section>
                """,
                GroupTable.render(watched, FindingFiles.WATCHED),
                members.isEmpty() ? Html.NONE : AccountTable.render("Accounts in them", members, identifiers));
    }
}
