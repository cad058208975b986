/**
 * Detection on scenarios drawn at random. In goes a range of seeds; each is drawn, simulated and scanned, and out come lines
 * on every campaign and on honest accounts hurt, and means.
 */
@NullMarked
package org.iolaus.benchmarks.drawn;

import org.jspecify.annotations.NullMarked;
