package org.iolaus.ingest.shape;

import org.iolaus.detection.exchange.Exchange;

/** Takes exchanges one by one. */
@FunctionalInterface
public interface ExchangeSink {
    /** Takes an exchange, whose texts are valid only during this call. */
    void accept(Exchange exchange);
}
