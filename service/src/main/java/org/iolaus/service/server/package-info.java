/** The one port: which routes there are, who may use them, how much, and what a refusal looks like. */
@NullMarked
package org.iolaus.service.server;

import org.jspecify.annotations.NullMarked;
