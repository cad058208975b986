/**
 * What a scan shows while it runs and when it is done.
 */
@NullMarked
package org.iolaus.cli.terminal;

import org.jspecify.annotations.NullMarked;
