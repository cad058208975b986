/**
 * Writes what happened, in order of event time and in parallel, as the files that scans and scores read.
 */
@NullMarked
package org.iolaus.simulator.output;

import org.jspecify.annotations.NullMarked;
