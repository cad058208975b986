package org.iolaus.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores the members of true campaigns against the campaigns found. */
final class CampaignScorer {
    private final Truth truth;
    private final Scan scan;
    private final Map<String, Integer> sizes = new TreeMap<>();

    CampaignScorer(Truth truth, Scan scan) {
        this.truth = truth;
        this.scan = scan;
        for (Scan.Finding finding : scan.accounts().values()) {
            if (finding.campaign() != null) {
                sizes.merge(finding.campaign(), 1, Integer::sum);
            }
        }
    }

    CampaignScore score(String name, Truth.Campaign campaign) {
        List<String> members = members(name);
        Map<String, Integer> clusters = clusters(members);
        String best = largest(clusters);
        Leak leak = leak(members, campaign);
        int size = Math.max(1, members.size());
        Scan.Campaign found = best == null ? null : scan.campaigns().get(best);
        return new CampaignScore(
                name,
                campaign.tier(),
                campaign.expect(),
                campaign.evasive(),
                members.size(),
                (double) members.stream()
                                .filter(member -> found(member, campaign))
                                .count()
                        / size,
                (double) (best == null ? 0 : clusters.getOrDefault(best, 0)) / size,
                best == null ? 0 : purity(name, best),
                leak.share(),
                leak.curve(),
                found == null ? Double.NaN : (found.detected() - campaign.first()) / 3600,
                found == null || campaign.verifySuffices() ? null : relink(members, found.detected()),
                best,
                pivot(campaign.pivot(), found));
    }

    private CampaignScore.@Nullable Relink relink(List<String> members, double known) {
        double[] exchanges = members.stream()
                .filter(member -> times(member)[0] > known)
                .mapToDouble(this::untilRestricted)
                .sorted()
                .toArray();
        int size = exchanges.length;
        return size == 0
                ? null
                : new CampaignScore.Relink(size, exchanges[(size - 1) / 2], exchanges[(int) Math.ceil(0.9 * size) - 1]);
    }

    /** Exchanges that an account had made when it was restricted; infinite if it never was. */
    private double untilRestricted(String member) {
        Scan.Finding finding = scan.accounts().get(member);
        return finding == null || !finding.flagged()
                ? Double.POSITIVE_INFINITY
                : Arrays.stream(times(member))
                        .filter(time -> time <= finding.flaggedAt())
                        .count();
    }

    private static CampaignScore.@Nullable PivotScore pivot(
            Truth.@Nullable Pivot pivot, Scan.@Nullable Campaign found) {
        if (pivot == null) {
            return null;
        }
        Double reported = found == null ? null : found.pivots().get(pivot.to());
        double hours = reported == null ? Double.NaN : (reported - pivot.released()) / 3600;
        return new CampaignScore.PivotScore(pivot.to(), reported != null, hours);
    }

    private List<String> members(String name) {
        List<String> members = new ArrayList<>();
        truth.labels().forEach((account, label) -> {
            if (name.equals(label.campaign()) && truth.times().containsKey(account)) {
                members.add(account);
            }
        });
        return members;
    }

    private double[] times(String account) {
        return truth.times().getOrDefault(account, new double[0]);
    }

    private boolean found(String account, Truth.Campaign campaign) {
        Scan.Finding finding = scan.accounts().get(account);
        return finding != null && (campaign.verifySuffices() ? finding.asked() : finding.flagged());
    }

    private Map<String, Integer> clusters(List<String> members) {
        Map<String, Integer> clusters = new TreeMap<>();
        for (String member : members) {
            Scan.Finding finding = scan.accounts().get(member);
            if (finding != null && finding.campaign() != null) {
                clusters.merge(finding.campaign(), 1, Integer::sum);
            }
        }
        return clusters;
    }

    private static @Nullable String largest(Map<String, Integer> clusters) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : clusters.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Share of a found campaign that belongs to the true one; both waves of a regrown campaign belong together. */
    private double purity(String name, String found) {
        int same = 0;
        for (Map.Entry<String, Scan.Finding> entry : scan.accounts().entrySet()) {
            Truth.Label label = truth.labels().get(entry.getKey());
            if (found.equals(entry.getValue().campaign()) && label != null && label.campaign() != null) {
                boolean regrown = name.split("-", 2)[0].equals("regrown")
                        && label.campaign().startsWith("regrown");
                same += regrown || label.campaign().equals(name) ? 1 : 0;
            }
        }
        return (double) same / Math.max(1, sizes.getOrDefault(found, 0));
    }

    private Leak leak(List<String> members, Truth.Campaign campaign) {
        return new Leak(
                members.stream().map(this::times).toList(),
                members.stream().mapToDouble(member -> until(member, campaign)).toArray());
    }

    /** When an account was found; never if it was not, and from the first if it was rightly asked to verify. */
    private double until(String member, Truth.Campaign campaign) {
        Scan.Finding finding = scan.accounts().get(member);
        boolean found = found(member, campaign);
        if (found && finding != null && !Double.isNaN(finding.flaggedAt())) {
            return finding.flaggedAt();
        }
        return found && campaign.verifySuffices() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
