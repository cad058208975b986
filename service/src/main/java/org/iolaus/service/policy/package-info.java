/** What follows from a verdict: a file that operators edit, read whole or refused whole, and judged without any I/O. */
@NullMarked
package org.iolaus.service.policy;

import org.jspecify.annotations.NullMarked;
