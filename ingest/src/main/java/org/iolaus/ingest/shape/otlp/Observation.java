package org.iolaus.ingest.shape.otlp;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A span, or what log records say of one.
 *
 * @param number its number from 1 in the message that carried it
 * @param traceId trace, in lower-case hexadecimal digits; empty if not given
 * @param spanId span, likewise
 * @param timeNanos when it began, nanoseconds since the epoch; 0 if not given
 * @param kind what kind of record it is
 * @param attributes its attributes
 * @param events its events in order
 */
record Observation(
        long number,
        String traceId,
        String spanId,
        long timeNanos,
        Kind kind,
        Attributes attributes,
        List<Event> events) {
    /** What an observation is made of. */
    enum Kind {
        /** A span of kind server, whose peer is the client. */
        SERVER,
        /** Any other span. */
        SPAN,
        /** Log records, each an event with the observation's attributes. */
        LOG
    }

    /** Event that carries an inference's content in attributes. */
    static final String DETAILS = "gen_ai.client.inference.operation.details";

    /**
     * An event.
     *
     * @param name its name
     * @param attributes its attributes
     * @param body its body, missing for an event of a span
     */
    record Event(String name, Attributes attributes, JsonNode body) {}
}
