package org.iolaus.ingest.stream;

import org.iolaus.detection.exchange.Exchange;

/**
 * What a worker makes of an exchange, such as its fingerprint. One instance serves one worker.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface ExchangeMapper<T> {
    /** Maps an exchange, whose texts are valid only during this call. */
    T map(Exchange exchange);
}
