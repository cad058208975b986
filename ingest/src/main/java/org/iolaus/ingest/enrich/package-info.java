/**
 * What lists and databases say of an address or an e-mail domain. Input: optional files; output: autonomous system,
 * country and kind of network for an exchange.
 */
@NullMarked
package org.iolaus.ingest.enrich;

import org.jspecify.annotations.NullMarked;
