/**
 * State saved whole, so that a restart need not apply the whole log: an object graph in, a checked file out, and back.
 * What cannot be trusted is set aside; the log is the truth.
 */
@NullMarked
package org.iolaus.service.snapshot;

import org.jspecify.annotations.NullMarked;
