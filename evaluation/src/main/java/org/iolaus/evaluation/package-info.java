/**
 * Scores what a scan wrote against the truth: recall, purity and leak of every campaign, honest accounts hit by
 * archetype with intervals, and calibration. Input and output are files of the documented formats.
 */
@NullMarked
package org.iolaus.evaluation;

import org.jspecify.annotations.NullMarked;
