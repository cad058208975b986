@NullMarked
package org.iolaus.simulator.actor;

import org.jspecify.annotations.NullMarked;
