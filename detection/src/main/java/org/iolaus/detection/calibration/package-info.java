/**
 * From a finished run over honest traffic to thresholds: independent groups, what they reached, and a portrait by which
 * later traffic can be told to have changed. Comes after verdicts, which it counts.
 */
@NullMarked
package org.iolaus.detection.calibration;

import org.jspecify.annotations.NullMarked;
