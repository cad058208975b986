package org.iolaus.ingest.stream;

/**
 * Takes mapped exchanges in order of event time, up to the disorder inside a file. Called from one thread.
 *
 * @param <T> what exchanges were mapped to
 */
public interface OrderedSink<T> {
    /** Takes the next item. */
    void accept(T item, long timeMicros);

    /** Says that all that follows lies at or after {@code micros}, unless a file breaks its lateness bound. */
    void watermark(long micros);
}
