/** Whether one account's metadata betrays its side: numbers by group, a small model, and the rule. */
@NullMarked
package org.iolaus.simulator.metadata;

import org.jspecify.annotations.NullMarked;
