@NullMarked
package org.iolaus.simulator.output;

import org.jspecify.annotations.NullMarked;
