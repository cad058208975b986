package org.iolaus.ingest.shape;

import org.iolaus.ingest.rejection.RejectionSink;

/**
 * Reads the records of one shape out of bytes: a request's body, a topic's record, a line of a file. What is no
 * inference at all is skipped and counted; what should be one and breaks a rule is rejected with the number of its line
 * or record from 1, or 0 if the whole cannot be read. Nothing is thrown for bad input. Thread-safe.
 */
@FunctionalInterface
public interface ShapeReader {
    /** Reads {@code [from, to)}, which is not packed. */
    ShapeCounts read(byte[] bytes, int from, int to, Origin origin, ExchangeSink sink, RejectionSink rejections);

    /** Reads a whole array. */
    default ShapeCounts read(byte[] body, Origin origin, ExchangeSink sink, RejectionSink rejections) {
        return read(body, 0, body.length, origin, sink, rejections);
    }
}
