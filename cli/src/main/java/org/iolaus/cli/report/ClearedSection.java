package org.iolaus.cli.report;

import java.util.List;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.detection.campaign.CampaignFinding;

/** Groups that were examined and are not campaigns, each with the reason: as important as the campaigns. */
final class ClearedSection {
    private ClearedSection() {}

    static Html render(List<CampaignFinding> cleared) {
        if (cleared.isEmpty()) {
            return Html.NONE;
        }
        return Html.of("""
                <section>
                <h2>Examined and cleared</h2>
                <p>These groups act together, or look as if they did, and lack what would make them a campaign. No \
                account in them is accused of anything for being in the group.</p>
                {}
                </section>
                """, GroupTable.render(cleared, FindingFiles.CLEARED));
    }
}
