@NullMarked
package org.iolaus.simulator.corpus;

import org.jspecify.annotations.NullMarked;
