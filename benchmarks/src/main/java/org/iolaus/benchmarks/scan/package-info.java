/** A scan timed as a whole process against DuckDB reading the same files. */
@NullMarked
package org.iolaus.benchmarks.scan;

import org.jspecify.annotations.NullMarked;
