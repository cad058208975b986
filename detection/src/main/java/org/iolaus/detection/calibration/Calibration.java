package org.iolaus.detection.calibration;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.campaign.Strength;

/**
 * Thresholds from honest traffic, and its portrait.
 *
 * @param target share of honest groups that may wrongly be given a verdict
 * @param restrict threshold of {@code restrict}
 * @param verify threshold of {@code verify}
 * @param leftOut accused groups that a person has judged to be no honest ones, and that count for nothing
 * @param portrait what the others look like
 */
public record Calibration(double target, Threshold restrict, Threshold verify, long leftOut, Portrait portrait) {
    public Calibration {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("target " + target + " must be above 0 and below 1");
        }
    }

    /**
     * Calibrates.
     *
     * @param leftOut campaigns, by identifier, that are no honest groups; a group with any of them is left out
     */
    public static Calibration of(Census census, double target, Set<String> leftOut) {
        List<Census.Accused> honest = census.accused().stream()
                .filter(each -> each.campaigns().stream().noneMatch(leftOut::contains))
                .toList();
        long out = (long) census.accused().size() - honest.size();
        long groups = census.groups() - out;
        return new Calibration(
                target,
                Threshold.of(Bounds.FIXED.restrictBits(), strengths(honest, Strength::campaign), groups, target),
                Threshold.of(Bounds.FIXED.verifyBits(), strengths(honest, Strength::suspicion), groups, target),
                out,
                census.portrait());
    }

    private static double[] strengths(List<Census.Accused> groups, ToDoubleFunction<Strength> of) {
        return groups.stream().map(Census.Accused::strength).mapToDouble(of).toArray();
    }

    /** What a scan that uses it asks for. */
    public Bounds bounds() {
        return new Bounds(restrict.bits(), verify.bits());
    }
}
