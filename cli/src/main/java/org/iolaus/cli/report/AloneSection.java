package org.iolaus.cli.report;

import java.util.List;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;

/** Accounts that stand out by themselves and belong to no campaign. */
final class AloneSection {
    private AloneSection() {}

    static Html render(Findings findings, Identifiers identifiers) {
        List<AccountFinding> alone = findings.accounts().stream()
                .filter(account -> account.campaignId() == null && account.groupId() == null)
                .toList();
        if (alone.isEmpty()) {
            return Html.NONE;
        }
        return Html.of("""
                <section>
                <h2>Accounts that stand out by themselves</h2>
                <p>One account alone is never a campaign. These are worth a look, and nothing more is advised than the \
                verdict says.</p>
                {}
                </section>
                """, AccountTable.render("Worth a look", alone, identifiers));
    }
}
