package org.iolaus.ingest.shape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.parse.Times;
import tools.jackson.databind.JsonNode;

/** Event times of foreign records, in microseconds since the epoch, held to what their origin takes. */
public final class EventTimes {
    private static final double MAX_SECONDS = 1e11;
    private static final int ZONELESS = 19;

    private EventTimes() {}

    /**
     * A time of nanoseconds since the epoch.
     *
     * @throws LineRejection if it is outside of what the origin takes
     */
    public static long ofNanos(String name, long nanos, Origin origin) throws LineRejection {
        return checked(name, nanos / 1_000, origin);
    }

    /**
     * A time in seconds since the epoch, with a fraction, or as text in RFC 3339; text without a zone is UTC.
     *
     * @throws LineRejection if it is neither, or outside of what the origin takes
     */
    public static long of(String name, JsonNode value, Origin origin) throws LineRejection {
        double seconds = Trees.decimal(value);
        if (seconds > 0 && seconds < MAX_SECONDS) {
            return checked(name, Math.round(seconds * 1e6), origin);
        }
        String text = Trees.text(value);
        if (text == null) {
            throw new LineRejection(name + " is missing and must be given");
        }
        long micros = parse(text);
        if (micros == Times.INVALID) {
            throw new LineRejection(
                    name + " " + shortened(text) + " must be a time in seconds since 1970 or as in RFC 3339");
        }
        return checked(name, micros, origin);
    }

    private static long parse(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        long micros = Times.parse(bytes, 0, bytes.length);
        if (micros != Times.INVALID || bytes.length < ZONELESS) {
            return micros;
        }
        byte[] zoned = (text + "Z").getBytes(US_ASCII);
        return Times.parse(zoned, 0, zoned.length);
    }

    private static long checked(String name, long micros, Origin origin) throws LineRejection {
        if (micros < origin.minTimeMicros()) {
            throw new LineRejection(
                    name + " " + instant(micros) + " must not be before " + instant(origin.minTimeMicros()));
        }
        if (micros > origin.maxTimeMicros()) {
            throw new LineRejection(name + " " + instant(micros) + " must not be more than 5 minutes ahead of now");
        }
        return micros;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
