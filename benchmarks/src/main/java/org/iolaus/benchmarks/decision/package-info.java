/** How fast decisions are looked up over HTTP. */
@NullMarked
package org.iolaus.benchmarks.decision;

import org.jspecify.annotations.NullMarked;
