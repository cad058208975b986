package org.iolaus.cli.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.iolaus.cli.output.AppliedCalibration;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.cli.scan.ScanResult;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.calibration.Drift;
import org.iolaus.detection.calibration.Portrait;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.service.configuration.DetectorSettings;

/**
 * A calibration put to use in one scan.
 *
 * @param path where it was read from
 * @param read what was read
 */
public record Application(Path path, CalibrationFile.Read read) {
    private static final double DAY = 86_400e6;
    /** A scan so many times as long gives an honest group that much more time to be wronged. */
    private static final double LONGER = 1.1;

    /** The scan with the calibration's bounds. */
    public ScanRequest bind(ScanRequest request) {
        return request.with(read.content().calibration().bounds());
    }

    /** The result, with what is to be said of the calibration. */
    public ScanResult note(ScanRequest request, ScanResult result) {
        Portrait now = result.census().get().portrait();
        List<Drift> drift = read.content().calibration().portrait().drift(now);
        AppliedCalibration applied = new AppliedCalibration(
                path.toString(), read.digest(), read.content().calibration(), drift);
        return new ScanResult(
                result.findings().warning(warnings(request, result.findings(), drift)),
                result.run().under(applied),
                result.census());
    }

    private List<String> warnings(ScanRequest request, Findings findings, List<Drift> drift) {
        List<String> warnings = new ArrayList<>();
        String made = read.content().provenance().configurationDigest();
        String here = DetectorSettings.digest(request.detector().with(Bounds.FIXED));
        if (!made.equals(here)) {
            warnings.add("calibration: it was made with configuration " + made + ", and this scan has " + here
                    + ", so its rates are not vouched for.\nMaybe calibrate again.");
        }
        double span = read.content().provenance().lastMicros()
                - read.content().provenance().firstMicros();
        double scanned = findings.lastMicros() - findings.firstMicros();
        if (scanned > LONGER * span) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "calibration: its rates are for %.1f days, and this scan spans %.1f.\nMaybe calibrate on traffic of"
                            + " that length.",
                    span / DAY,
                    scanned / DAY));
        }
        drifted(drift, warnings);
        return warnings;
    }

    private static void drifted(List<Drift> drift, List<String> warnings) {
        if (drift.stream().allMatch(Drift::blind)) {
            warnings.add("calibration: too little traffic to tell whether it has drifted.");
        }
        String changed = drift.stream()
                .filter(Drift::alarming)
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s (at least %.0f %% of customers)",
                        Wording.words(each.trait().label()),
                        100 * each.atLeast()))
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            warnings.add("calibration: traffic has drifted from it in " + changed
                    + ", so its rates may no longer hold.\nMaybe calibrate again on recent honest traffic.");
        }
    }
}
