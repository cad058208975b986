/** The live service's log, detector and snapshots timed with fingerprints made before. */
@NullMarked
package org.iolaus.benchmarks.live;

import org.jspecify.annotations.NullMarked;
