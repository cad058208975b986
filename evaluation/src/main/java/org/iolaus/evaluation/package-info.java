/**
 * Scores what a scan wrote against the truth, beside rivals on the same traffic: recall, purity and leak of every campaign, honest accounts and
 * independent groups hit by archetype, and calibration. Input and output are files of the documented formats.
 */
@NullMarked
package org.iolaus.evaluation;

import org.jspecify.annotations.NullMarked;
