package org.iolaus.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.ingest.shape.ShapeReader;

/** What a reader made of a body, as text. */
final class Readings {
    static final Origin ORIGIN = new Origin(
            "here",
            "gateway-1",
            micros(Instant.parse("2015-01-01T00:00:00Z")),
            micros(Instant.parse("2027-01-01T00:00:00Z")));

    final List<String> exchanges = new ArrayList<>();
    final List<String> rejections = new ArrayList<>();
    final ShapeCounts counts;

    Readings(ShapeReader reader, byte[] body) {
        counts = reader.read(
                body,
                ORIGIN,
                exchange -> exchanges.add(exchange.toString()),
                rejection -> rejections.add(rejection.line() + " " + rejection.reason()));
    }

    static Readings of(Shape shape, byte[] body) {
        return new Readings(ShapeReaders.of(shape, AttributeNames.DEFAULTS), body);
    }

    static Readings of(Shape shape, String body) {
        return of(shape, body.getBytes(UTF_8));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
