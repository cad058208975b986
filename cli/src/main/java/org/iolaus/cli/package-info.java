/**
 * The commands of {@code ./iolaus}: options in, exit codes out; the work is done in the packages below.
 */
@NullMarked
package org.iolaus.cli;

import org.jspecify.annotations.NullMarked;
