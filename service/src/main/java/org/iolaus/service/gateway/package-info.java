/** The dialects in which gateways ask for decisions; each is a few lines around one look-up. */
@NullMarked
package org.iolaus.service.gateway;

import org.jspecify.annotations.NullMarked;
