/**
 * Detection on poor records. In goes a scenario; its records are changed in one way after another that operators' records
 * are poor in, and scanned, and out come lines on every campaign and on honest accounts hurt.
 */
@NullMarked
package org.iolaus.benchmarks.degraded;

import org.jspecify.annotations.NullMarked;
