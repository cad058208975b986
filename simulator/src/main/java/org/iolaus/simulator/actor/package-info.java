/**
 * One account or end user and what it does: when it calls, from where, through which client, and what it says.
 */
@NullMarked
package org.iolaus.simulator.actor;

import org.jspecify.annotations.NullMarked;
