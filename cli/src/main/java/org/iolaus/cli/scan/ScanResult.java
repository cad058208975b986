package org.iolaus.cli.scan;

import org.iolaus.cli.output.Run;
import org.iolaus.detection.pipeline.Findings;

/**
 * A finished scan.
 *
 * @param findings what was found
 * @param run how it went
 */
public record ScanResult(Findings findings, Run run) {}
