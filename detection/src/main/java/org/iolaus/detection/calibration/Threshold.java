package org.iolaus.detection.calibration;

import java.util.Arrays;
import org.iolaus.detection.statistics.OrderStatistic;

/**
 * Bits that a verdict asks for, and what rate of honest groups wrongly given it honest groups can vouch for.
 *
 * @param bits the threshold; the fixed bound or above it
 * @param groups honest groups it rests on
 * @param allowed honest groups that the target allows above the threshold
 * @param above honest groups that are above it
 * @param rate rate vouched for, over repetitions of the calibration
 * @param upperRate bound on the rate of this very calibration, at {@link #CONFIDENCE}
 * @param met whether {@code rate} is within the target
 */
public record Threshold(
        double bits, long groups, long allowed, long above, double rate, double upperRate, boolean met) {
    public static final double CONFIDENCE = 0.95;
    /** Bits are rounded up to this. */
    private static final double GRAIN = 1e-3;

    /**
     * Sets a threshold.
     *
     * @param strengths bits of honest groups that reached the fixed bound
     * @param groups honest groups in all
     */
    static Threshold of(double fixed, double[] strengths, long groups, double target) {
        OrderStatistic rank = OrderStatistic.of(groups, target);
        double[] sorted =
                Arrays.stream(strengths).filter(bits -> bits >= fixed).sorted().toArray();
        int next = sorted.length - 1 - (int) Math.min(sorted.length, rank.allowed());
        double bits = next < 0 ? fixed : (StrictMath.floor(sorted[next] / GRAIN) + 1) * GRAIN;
        long above = Arrays.stream(sorted).filter(each -> each >= bits).count();
        return new Threshold(
                bits,
                groups,
                rank.allowed(),
                above,
                rank.rate(),
                rank.upper(1 - CONFIDENCE),
                groups >= OrderStatistic.needed(target));
    }
}
