/**
 * The write-ahead log: batches of facts in, forced to disk before anybody is told that they were taken, and read back in
 * the same order after a restart. It is the truth; everything else can be worked out from it.
 */
@NullMarked
package org.iolaus.service.log;

import org.jspecify.annotations.NullMarked;
