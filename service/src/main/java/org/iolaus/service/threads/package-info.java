/** Threads by who waits for them. */
@NullMarked
package org.iolaus.service.threads;

import org.jspecify.annotations.NullMarked;
