/** The alarm for campaign accounts in the reference population, measured over seeds. */
@NullMarked
package org.iolaus.benchmarks.contamination;

import org.jspecify.annotations.NullMarked;
