/**
 * Prompts from files, dealt to honest and hostile actors by kind of work alone. Input: JSON Lines and a cast; output:
 * the same cast with some of its items replaced.
 */
@NullMarked
package org.iolaus.simulator.corpus;

import org.jspecify.annotations.NullMarked;
