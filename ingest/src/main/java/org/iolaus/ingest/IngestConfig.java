package org.iolaus.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * How input is read.
 *
 * @param workers threads that decompress, parse and map
 * @param latenessMicros how far a file's exchanges may be out of order
 * @param maxLineBytes longest line taken; longer ones are set aside
 * @param blockBytes bytes of lines that a worker takes at a time
 * @param minTimeMicros earliest event time taken
 * @param maxTimeMicros latest event time taken
 * @param shape what records look like, or null to tell it from the first ones of each file
 * @param names attributes that say who is behind a request, in shapes that do not fix them
 */
public record IngestConfig(
        int workers,
        long latenessMicros,
        int maxLineBytes,
        int blockBytes,
        long minTimeMicros,
        long maxTimeMicros,
        @Nullable Shape shape,
        AttributeNames names) {
    /** How far ahead of the scan's start an event time may lie. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");

    public IngestConfig {
        atLeast("workers", workers, 1);
        atLeast("latenessMicros", latenessMicros, 0);
        atLeast("maxLineBytes", maxLineBytes, 1);
        atLeast("blockBytes", blockBytes, 1);
    }

    /** The defaults for a scan that starts at {@code start}. */
    public static IngestConfig of(int workers, Instant start) {
        return new IngestConfig(
                workers,
                Duration.ofMinutes(10).toNanos() / 1_000,
                8 << 20,
                1 << 19,
                micros(EARLIEST),
                micros(start.plus(MAX_AHEAD)),
                null,
                AttributeNames.DEFAULTS);
    }

    /** The same with another number of workers. */
    public IngestConfig withWorkers(int workers) {
        return new IngestConfig(
                workers, latenessMicros, maxLineBytes, blockBytes, minTimeMicros, maxTimeMicros, shape, names);
    }

    /** The same with another lateness. */
    public IngestConfig withLateness(Duration lateness) {
        return new IngestConfig(
                workers,
                lateness.toNanos() / 1_000,
                maxLineBytes,
                blockBytes,
                minTimeMicros,
                maxTimeMicros,
                shape,
                names);
    }

    /** The same with other sizes. */
    public IngestConfig withSizes(int maxLineBytes, int blockBytes) {
        return new IngestConfig(
                workers, latenessMicros, maxLineBytes, blockBytes, minTimeMicros, maxTimeMicros, shape, names);
    }

    /** The same for records of a shape, or of any if null, with identity in attributes of these names. */
    public IngestConfig withShape(@Nullable Shape shape, AttributeNames names) {
        return new IngestConfig(
                workers, latenessMicros, maxLineBytes, blockBytes, minTimeMicros, maxTimeMicros, shape, names);
    }

    /** Longest line of a shape: a line of others may hold a message of many exchanges. */
    public int maxLineBytes(Shape of) {
        return of == Shape.EXCHANGES ? maxLineBytes : Math.toIntExact(8L * maxLineBytes);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static void atLeast(String name, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(name + " " + value + " must be at least " + min);
        }
    }
}
