package org.iolaus.service.findings;

import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Pivot;
import org.iolaus.detection.verdict.AccountFinding;

/** Findings as the JSON objects of docs/formats.md. */
public final class FindingLines {
    private FindingLines() {}

    public static Fields campaign(CampaignFinding campaign) {
        return new Fields()
                .put("campaign_id", campaign.id())
                .time("first_activity", campaign.firstActivity())
                .time("last_activity", campaign.lastActivity())
                .time("detected_at", campaign.detectedAt())
                .count("accounts", campaign.accounts())
                .count("exchanges", campaign.exchanges())
                .count("output_tokens", campaign.outputTokens())
                .share("confidence", campaign.confidence())
                .put("verdict", campaign.verdict())
                .put("explanation", campaign.explanation())
                .put("remedy", campaign.remedy())
                .shares("capabilities", campaign.capabilities())
                .shares("models", campaign.models())
                .shares("pathways", campaign.pathways())
                .list("pivots", campaign.pivots(), FindingLines::pivot)
                .list("columns", campaign.columns(), FindingLines::column)
                .list("evidence", evidence(campaign), FindingLines::evidence)
                .list("counter_evidence", counterEvidence(campaign), FindingLines::evidence)
                .put("techniques", campaign.techniques())
                .list("timeline", campaign.timeline(), FindingLines::day);
    }

    public static Fields account(AccountFinding account) {
        return new Fields()
                .put("account_id", account.accountId())
                .put("end_user_id", account.endUserId())
                .put("campaign_id", account.campaignId())
                .put("group_id", account.groupId())
                .put("verdict", account.verdict().label())
                .share("probability", account.probability())
                .time("flagged_at", account.flaggedAtMicros())
                .count("exchanges_before_flag", account.exchangesBeforeFlag())
                .count("exchanges", account.exchanges())
                .list("evidence", account.evidence(), FindingLines::evidence)
                .list("counter_evidence", account.counterEvidence(), FindingLines::evidence)
                .put("remedy", account.remedy());
    }

    private static List<Evidence> evidence(CampaignFinding campaign) {
        return campaign.columns().stream()
                .flatMap(score -> score.evidence().stream())
                .toList();
    }

    private static List<Evidence> counterEvidence(CampaignFinding campaign) {
        return campaign.columns().stream()
                .flatMap(score -> score.counterEvidence().stream())
                .toList();
    }

    private static Fields evidence(Evidence evidence) {
        return new Fields()
                .put("kind", evidence.kind())
                .put("column", evidence.column().name().toLowerCase(Locale.ROOT))
                .bits("bits", evidence.bits())
                .put("summary", evidence.summary())
                .put("values", evidence.values());
    }

    private static Fields column(ColumnScore score) {
        return new Fields()
                .put("column", score.column().name().toLowerCase(Locale.ROOT))
                .bits("bits", score.bits())
                .put("present", score.present());
    }

    private static Fields pivot(Pivot pivot) {
        return new Fields()
                .put("from", pivot.from())
                .put("to", pivot.to())
                .time("released", pivot.releasedMicros())
                .time("detected_at", pivot.detectedAtMicros())
                .share("share", pivot.share());
    }

    private static Fields day(CampaignFinding.Day day) {
        return new Fields()
                .time("start", day.startMicros())
                .count("exchanges", day.exchanges())
                .count("active_accounts", day.activeAccounts())
                .count("new_accounts", day.newAccounts());
    }
}
