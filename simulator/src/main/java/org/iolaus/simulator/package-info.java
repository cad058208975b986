/**
 * Makes labelled traffic, honest and hostile, as log records in files. It knows detection's exchange types and nothing
 * of how detection works.
 */
@NullMarked
package org.iolaus.simulator;

import org.jspecify.annotations.NullMarked;
