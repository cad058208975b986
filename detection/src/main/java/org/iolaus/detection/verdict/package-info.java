/**
 * From scores to verdicts: what an account is asked for, and why.
 */
@NullMarked
package org.iolaus.detection.verdict;

import org.jspecify.annotations.NullMarked;
