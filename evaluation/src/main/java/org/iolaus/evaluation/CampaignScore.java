package org.iolaus.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one true campaign was found. A member counts as found if restricted or blocked, or, for a campaign that shows
 * one family of evidence only, asked to verify.
 *
 * @param campaign its true name
 * @param tier group of campaigns it is averaged with
 * @param expect the right answer, {@code restrict} or {@code verify}
 * @param evasive whether it was made to evade detection
 * @param accounts members that exchanged anything
 * @param recall share of members found
 * @param oneCluster share of members in the found campaign that holds most of them
 * @param purity share of that found campaign that are members
 * @param leak share of the members' exchanges made before they were found
 * @param leakCurve how leak grew, in even steps from its first exchange to its last
 * @param hoursToDetect hours from its first exchange to that found campaign's detection, or NaN
 * @param relink how soon its later accounts were found; null if it had none, or if asking to verify is right
 * @param found id of that found campaign, or null
 * @param pivot how its move to a new model was reported; null if it made none
 */
public record CampaignScore(
        String campaign,
        String tier,
        String expect,
        boolean evasive,
        int accounts,
        double recall,
        double oneCluster,
        double purity,
        double leak,
        List<LeakPoint> leakCurve,
        double hoursToDetect,
        @Nullable Relink relink,
        @Nullable String found,
        @Nullable PivotScore pivot) {
    /**
     * Where leak stood.
     *
     * @param hours hours since its first exchange
     * @param sent share of its exchanges made by then
     * @param leaked share of its exchanges made by then, and before their account was found
     */
    public record LeakPoint(double hours, double sent, double leaked) {}

    /**
     * How soon accounts were found that began after that found campaign was known: replacements, standbys, newcomers.
     *
     * @param accounts how many there are
     * @param median exchanges made when restricted, the deciding one included; infinite where an account never was
     * @param p90 the ninth decile of the same
     */
    public record Relink(int accounts, double median, double p90) {}

    /**
     * A move to a new model.
     *
     * @param to the new model
     * @param found whether that found campaign reports a move to it
     * @param hours hours from the model's release to that report, or NaN
     */
    public record PivotScore(String to, boolean found, double hours) {}
}
