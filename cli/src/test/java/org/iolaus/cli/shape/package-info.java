/** Simulated traffic in the shapes that others write, and scans of it. */
@NullMarked
package org.iolaus.cli.shape;

import org.jspecify.annotations.NullMarked;
