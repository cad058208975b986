/**
 * Calibrations on disk: what they were made from, how they are written and read, and what a scan says of one.
 */
@NullMarked
package org.iolaus.cli.calibration;

import org.jspecify.annotations.NullMarked;
