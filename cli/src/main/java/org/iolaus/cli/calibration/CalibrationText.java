package org.iolaus.cli.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.calibration.Calibration;
import org.iolaus.detection.calibration.Threshold;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.statistics.OrderStatistic;

/** What the terminal says of a calibration. */
public final class CalibrationText {
    private CalibrationText() {}

    /** A few sentences, each on a line of its own. */
    public static String of(CalibrationFile file) {
        Provenance provenance = file.provenance();
        Calibration calibration = file.calibration();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Read %s of %s, %s to %s UTC: %s.",
                Wording.count(provenance.exchanges(), "exchange"),
                Wording.count(provenance.accounts(), "account"),
                Wording.minute(provenance.firstMicros()),
                Wording.minute(provenance.lastMicros()),
                Wording.count(provenance.groups(), "independent group")));
        lines.add(verdict("restrict", calibration.restrict(), Bounds.FIXED.restrictBits()));
        lines.add(verdict("verify", calibration.verify(), Bounds.FIXED.verifyBits()));
        lines.add(support(calibration));
        if (calibration.leftOut() > 0) {
            lines.add(leftOut(calibration));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String verdict(String name, Threshold threshold, double fixed) {
        String bound = threshold.bits() > fixed
                ? String.format(Locale.ROOT, "raised to %.3f bits; the fixed bound is %.1f", threshold.bits(), fixed)
                : String.format(Locale.ROOT, "%.1f bits, the fixed bound", fixed);
        return String.format(
                Locale.ROOT,
                "%-9s %s. Honest groups above it: %,d of %,d.",
                name + ":",
                bound,
                threshold.above(),
                threshold.groups());
    }

    private static String support(Calibration calibration) {
        Threshold any = calibration.restrict();
        String rates = String.format(
                Locale.ROOT,
                "a rate of %.2g for each verdict (with %.0f %% confidence at most %.2g)",
                any.rate(),
                100 * Threshold.CONFIDENCE,
                any.upperRate());
        return any.met()
                ? String.format(
                        Locale.ROOT,
                        "The target of %.2g is met: these groups vouch for %s.",
                        calibration.target(),
                        rates)
                : String.format(
                        Locale.ROOT,
                        "The target of %.2g is NOT vouched for: that takes %,d honest groups, and these are %,d. They vouch"
                                + " for %s.",
                        calibration.target(),
                        OrderStatistic.needed(calibration.target()),
                        any.groups(),
                        rates);
    }

    private static String leftOut(Calibration calibration) {
        long out = calibration.leftOut();
        OrderStatistic worst = new OrderStatistic(
                calibration.restrict().groups() + out, calibration.restrict().allowed() + out);
        return String.format(
                Locale.ROOT,
                "Left out: %s. Were they honest after all, the rate would be %.2g at most.",
                Wording.count(out, "accused group"),
                worst.upper(1 - Threshold.CONFIDENCE));
    }
}
