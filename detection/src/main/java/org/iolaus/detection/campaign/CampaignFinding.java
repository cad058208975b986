package org.iolaus.detection.campaign;

import java.util.List;
import java.util.Map;

/**
 * A group of accounts that extract together; or, in {@link org.iolaus.detection.pipeline.Findings#cleared()} and
 * {@link org.iolaus.detection.pipeline.Findings#watched()}, one that was examined and is not a campaign.
 * Times are microseconds since the epoch.
 *
 * @param id stable through the campaign's life
 * @param firstActivity first exchange of a member
 * @param lastActivity last exchange of a member
 * @param detectedAt event time of the last exchange before the evaluation that first suspected it; -1 if none did
 * @param accounts members
 * @param exchanges exchanges of the members
 * @param outputTokens tokens they obtained
 * @param confidence calibrated probability that the group is a campaign
 * @param verdict strongest verdict on its members, by file name, e.g. {@code restrict}
 * @param capabilities mix of capabilities by file name; sums to 1
 * @param models share of exchanges by model
 * @param pathways share of exchanges by pathway
 * @param pivots moves to another model
 * @param columns the three scores, in the order of {@link Column}
 * @param techniques MITRE ATLAS identifiers
 * @param timeline activity by day
 * @param drawing a sample of its graph
 * @param explanation why it is, or is not, a campaign
 * @param remedy what would change that, in a sentence or two
 */
public record CampaignFinding(
        String id,
        long firstActivity,
        long lastActivity,
        long detectedAt,
        int accounts,
        long exchanges,
        long outputTokens,
        double confidence,
        String verdict,
        Map<String, Double> capabilities,
        Map<String, Double> models,
        Map<String, Double> pathways,
        List<Pivot> pivots,
        List<ColumnScore> columns,
        List<String> techniques,
        List<Day> timeline,
        Drawing drawing,
        String explanation,
        String remedy) {
    /**
     * Activity of one day.
     *
     * @param startMicros start of the UTC day
     * @param exchanges exchanges of members
     * @param activeAccounts members active
     * @param newAccounts members whose first exchange it was
     */
    public record Day(long startMicros, long exchanges, int activeAccounts, int newAccounts) {}

    /**
     * A sample of a cluster's graph, small enough to draw.
     *
     * @param accounts sampled members
     * @param links links among them
     */
    public record Drawing(List<String> accounts, List<Link> links) {}

    /**
     * A validated link between two sampled members.
     *
     * @param from index into {@link Drawing#accounts()}
     * @param to index into {@link Drawing#accounts()}
     * @param family file name of the family that carries most of it, e.g. {@code network}
     * @param bits its strength
     */
    public record Link(int from, int to, String family, double bits) {}
}
