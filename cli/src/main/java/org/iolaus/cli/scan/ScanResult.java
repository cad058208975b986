package org.iolaus.cli.scan;

import java.util.function.Supplier;
import org.iolaus.cli.output.Run;
import org.iolaus.detection.calibration.Census;
import org.iolaus.detection.pipeline.Findings;

/**
 * A finished scan.
 *
 * @param findings what was found
 * @param run how it went
 * @param census counts it by independent groups; takes a moment
 */
public record ScanResult(Findings findings, Run run, Supplier<Census> census) {}
