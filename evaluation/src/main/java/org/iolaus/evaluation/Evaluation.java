package org.iolaus.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
        return new Score(
                scan.detected().size(),
                flagged,
                (double) right / Math.max(1, flagged),
                honest,
                wrong,
                falsePositives,
                Wilson.upper95(wrong, honest),
                precisionAt(0.01, truePositives, falsePositives),
                precisionAt(0.001, truePositives, falsePositives),
                campaigns,
                tiers(campaigns),
                archetypes(),
                Calibration.of(truth.labels(), scan.accounts()),
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

    private List<ArchetypeScore> archetypes() {
        Map<String, int[]> counts = new TreeMap<>();
        truth.labels().forEach((account, label) -> {
            if (!label.hostile()) {
                int[] count = counts.computeIfAbsent(label.archetype(), _ -> new int[3]);
                Scan.Finding finding = scan.accounts().get(account);
                count[0]++;
                count[1] += finding != null && finding.flagged() ? 1 : 0;
                count[2] += finding != null && finding.asked() && !finding.flagged() ? 1 : 0;
            }
        });
        return counts.entrySet().stream()
                .map(each -> new ArchetypeScore(
                        each.getKey(),
                        each.getValue()[0],
                        each.getValue()[1],
                        each.getValue()[2],
                        Wilson.upper95(each.getValue()[1], each.getValue()[0])))
                .toList();
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
