/**
 * Hostile campaigns: one class, many knobs, so that a shape is a setting and not a program.
 */
@NullMarked
package org.iolaus.simulator.campaign;

import org.jspecify.annotations.NullMarked;
