package org.iolaus.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.evaluation.Truth.Label;
import org.jspecify.annotations.Nullable;

/** Scores one scan. */
public final class Evaluation {
    private final Truth truth;
    private final Scan scan;

    private Evaluation(Truth truth, Scan scan) {
        this.truth = truth;
        this.scan = scan;
    }

    /**
     * Scores the scan in one folder against the truth in another.
     *
     * @throws IOException if a file is missing or malformed
     */
    public static Score score(Path truthFolder, Path scanFolder) throws IOException {
        ScoreFiles files = new ScoreFiles();
        return new Evaluation(files.truth(truthFolder), files.scan(scanFolder)).score();
    }

    /**
     * Scores what a scan has just found against the truth in a folder.
     *
     * @throws IOException if a file is missing or malformed
     */
    public static Score score(Path truthFolder, Findings findings) throws IOException {
        return new Evaluation(new ScoreFiles().truth(truthFolder), Scan.of(findings)).score();
    }

    private Score score() {
        long hostile = truth.labels().values().stream().filter(Label::hostile).count();
        int honest = (int) (truth.labels().size() - hostile);
        int flagged = (int)
                scan.accounts().values().stream().filter(Scan.Finding::flagged).count();
        int right = flaggedAccounts(Label::hostile);
        int wrong = flaggedAccounts(label -> !label.hostile());
        double truePositives = (double) right / Math.max(1, hostile);
        double falsePositives = (double) wrong / Math.max(1, honest);
        List<CampaignScore> campaigns = campaigns();
        List<ArchetypeScore> archetypes = new HonestScorer(truth, scan).archetypes();
        int groups = archetypes.stream().mapToInt(ArchetypeScore::groups).sum();
        int groupsFlagged =
                archetypes.stream().mapToInt(ArchetypeScore::groupsFlagged).sum();
        return new Score(
                scan.campaigns().size(),
                flagged,
                (double) right / Math.max(1, flagged),
                honest,
                wrong,
                falsePositives,
                groups,
                groupsFlagged,
                Wilson.stated(groupsFlagged, groups),
                precisionAt(0.01, truePositives, falsePositives),
                precisionAt(0.001, truePositives, falsePositives),
                campaigns,
                tiers(campaigns),
                archetypes,
                Calibration.of(truth.labels(), scan.accounts()),
                (int) pivots(campaigns).count(),
                (int) pivots(campaigns).filter(CampaignScore.PivotScore::found).count(),
                regrown(campaigns),
                insideReseller(),
                flaggedAccounts(label -> !label.hostile() && label.archetype().equals("pair-honest")));
    }

    private int flaggedAccounts(Predicate<Label> which) {
        int count = 0;
        for (Map.Entry<String, Scan.Finding> entry : scan.accounts().entrySet()) {
            Label label = truth.labels().get(entry.getKey());
            if (label != null && entry.getValue().flagged() && which.test(label)) {
                count++;
            }
        }
        return count;
    }

    private static double precisionAt(double prevalence, double truePositives, double falsePositives) {
        double hit = prevalence * truePositives;
        return hit / Math.max(1e-12, hit + (1 - prevalence) * falsePositives);
    }

    private List<CampaignScore> campaigns() {
        CampaignScorer scorer = new CampaignScorer(truth, scan);
        List<CampaignScore> scores = new ArrayList<>();
        truth.campaigns().forEach((name, campaign) -> scores.add(scorer.score(name, campaign)));
        return scores;
    }

    private static List<Score.TierScore> tiers(List<CampaignScore> campaigns) {
        List<Score.TierScore> tiers = new ArrayList<>();
        for (String tier :
                campaigns.stream().map(CampaignScore::tier).distinct().toList()) {
            List<CampaignScore> own =
                    campaigns.stream().filter(each -> each.tier().equals(tier)).toList();
            tiers.add(new Score.TierScore(
                    tier,
                    mean(own, CampaignScore::recall),
                    mean(own, CampaignScore::leak),
                    mean(own, CampaignScore::purity),
                    mean(own, CampaignScore::oneCluster)));
        }
        return tiers;
    }

    private static double mean(List<CampaignScore> scores, ToDoubleFunction<CampaignScore> of) {
        return scores.stream().mapToDouble(of).average().orElse(0);
    }

    private static Stream<CampaignScore.PivotScore> pivots(List<CampaignScore> campaigns) {
        return campaigns.stream().map(CampaignScore::pivot).filter(Objects::nonNull);
    }

    private static @Nullable Boolean regrown(List<CampaignScore> campaigns) {
        Map<String, CampaignScore> byName =
                campaigns.stream().collect(Collectors.toMap(CampaignScore::campaign, each -> each));
        CampaignScore first = byName.get("regrown-1");
        CampaignScore second = byName.get("regrown-2");
        if (first == null || second == null) {
            return null;
        }
        return first.found() != null && first.found().equals(second.found());
    }

    private Score.@Nullable EndUserScore insideReseller() {
        if (truth.reseller() == null) {
            return null;
        }
        Set<Scan.EndUser> hostile = new HashSet<>();
        truth.endUsers().forEach(user -> hostile.add(new Scan.EndUser(truth.reseller(), user)));
        int found = 0;
        int right = 0;
        for (Map.Entry<Scan.EndUser, Scan.Finding> entry : scan.endUsers().entrySet()) {
            if (entry.getValue().asked()) {
                found++;
                right += hostile.contains(entry.getKey()) ? 1 : 0;
            }
        }
        return new Score.EndUserScore(
                (double) right / Math.max(1, hostile.size()), (double) right / Math.max(1, found));
    }
}
