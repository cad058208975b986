package org.iolaus.cli.output;

import java.util.List;
import org.iolaus.detection.calibration.Calibration;
import org.iolaus.detection.calibration.Drift;
import org.iolaus.detection.calibration.Threshold;
import org.iolaus.service.findings.Fields;

/**
 * The calibration that a scan used, and how far its traffic is from that of the calibration.
 *
 * @param file name of the file, as given
 * @param digest digest of its content
 * @param calibration its thresholds
 * @param drift one for each trait
 */
public record AppliedCalibration(String file, String digest, Calibration calibration, List<Drift> drift) {
    private static final int DISTANCE_DIGITS = 3;

    public AppliedCalibration {
        drift = List.copyOf(drift);
    }

    Fields fields() {
        return new Fields()
                .put("file", file)
                .put("digest", digest)
                .put("target_rate", calibration.target())
                .put("restrict", threshold(calibration.restrict()).asMap())
                .put("verify", threshold(calibration.verify()).asMap())
                .list("drift", drift, AppliedCalibration::drift);
    }

    /** A threshold as a JSON object. */
    public static Fields threshold(Threshold threshold) {
        return new Fields()
                .number("bits", threshold.bits(), 3)
                .count("groups", threshold.groups())
                .count("allowed_above", threshold.allowed())
                .count("above", threshold.above())
                .number("rate", threshold.rate(), 9)
                .number("upper_rate", threshold.upperRate(), 9)
                .put("met", threshold.met());
    }

    private static Fields drift(Drift drift) {
        return new Fields()
                .put("trait", drift.trait().label())
                .number("distance", drift.distance(), DISTANCE_DIGITS)
                .number("at_least", drift.atLeast(), DISTANCE_DIGITS);
    }
}
