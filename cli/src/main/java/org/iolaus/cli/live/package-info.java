/** Talking to a running service: where it is, with which key, and sending it lines. */
@NullMarked
package org.iolaus.cli.live;

import org.jspecify.annotations.NullMarked;
