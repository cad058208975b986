package org.iolaus.cli.report;

import java.util.List;
import java.util.stream.Stream;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.pipeline.Findings;

/** One campaign: why it is one, what it took, when, how it hangs together, and who is in it. */
final class CampaignSection {
    private final Findings findings;
    private final Identifiers identifiers;
    private final double mostBits;

    CampaignSection(Findings findings, Identifiers identifiers) {
        this.findings = findings;
        this.identifiers = identifiers;
        this.mostBits = findings.campaigns().stream()
                .flatMap(campaign -> campaign.columns().stream())
                .mapToDouble(ColumnScore::bits)
                .max()
                .orElse(0);
    }

    Html render(CampaignFinding campaign) {
        return Html.of(
                """
                <section class="campaign" id="{}">
                <p class="kicker">Campaign</p>
                <h2>{} {}</h2>
                <p class="lead">{}</p>
                {}
                <h3>Why: the three things that make a campaign</h3>
                {}
                {}
                <div class="pair">
                <div><h3>What it takes</h3>{}</div>
                <div><h3>From which models, and how</h3>{}{}</div>
                </div>
                {}{}{}
                <h3>What would change it</h3>
                <p>{}</p>
                {}{}
                </section>
                """,
                campaign.id(),
                campaign.id(),
                OverviewSection.badge(campaign.verdict()),
                campaign.explanation(),
                facts(campaign),
                ColumnBars.render(campaign.columns(), mostBits),
                TimelineChart.render(campaign.timeline(), campaign.pivots()),
                ShareBars.render(campaign.capabilities()),
                ShareBars.render(campaign.models()),
                ShareBars.render(campaign.pathways()),
                PivotList.render(campaign.pivots()),
                ClusterDrawing.render(campaign, identifiers),
                EvidenceTable.render(campaign.columns(), identifiers),
                campaign.remedy(),
                TechniqueList.render(campaign.techniques()),
                members(campaign));
    }

    private static Html facts(CampaignFinding campaign) {
        return Html.of(
                "<dl class=\"facts\">{}</dl>",
                Stream.of(
                                fact("Accounts", Wording.count(campaign.accounts())),
                                fact("Exchanges", Wording.count(campaign.exchanges())),
                                fact("Output tokens", Wording.large(campaign.outputTokens())),
                                fact(
                                        "Active",
                                        Wording.day(campaign.firstActivity()) + " – "
                                                + Wording.day(campaign.lastActivity())),
                                fact(
                                        "Detected",
                                        Wording.day(campaign.detectedAt()) + ", after "
                                                + Wording.span(campaign.firstActivity(), campaign.detectedAt())),
                                fact("Confidence", Wording.probability(campaign.confidence())))
                        .collect(Html.joined()));
    }

    private static Html fact(String name, String value) {
        return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
    }

    private Html members(CampaignFinding campaign) {
        var members = findings.accounts().stream()
                .filter(account -> campaign.id().equals(account.campaignId()))
                .toList();
        return members.isEmpty() ? Html.NONE : AccountTable.render("Accounts in it", List.copyOf(members), identifiers);
    }
}
