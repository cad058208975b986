/** A simulation timed by itself, without a scan or files. */
@NullMarked
package org.iolaus.benchmarks.simulate;

import org.jspecify.annotations.NullMarked;
