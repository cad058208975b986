/** A file that grows as a source. Input: its lines, through rotations; output: batches of facts, each with a position. */
@NullMarked
package org.iolaus.service.intake.tail;

import org.jspecify.annotations.NullMarked;
