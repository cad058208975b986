package org.iolaus.cli.wording;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.verdict.Verdict;

/** The order in which a person meets campaigns: strongest verdict first, then busiest, then by identifier. */
public final class CampaignOrder {
    private static final Comparator<CampaignFinding> FIRST = Comparator.comparingInt(CampaignOrder::weakness)
            .thenComparing(CampaignFinding::exchanges, Comparator.reverseOrder())
            .thenComparing(CampaignFinding::id);

    private CampaignOrder() {}

    /** The campaigns in that order. */
    public static List<CampaignFinding> of(List<CampaignFinding> campaigns) {
        return campaigns.stream().sorted(FIRST).toList();
    }

    private static int weakness(CampaignFinding campaign) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(campaign.verdict().toUpperCase(Locale.ROOT))) {
                return -verdict.ordinal();
            }
        }
        return 0;
    }
}
