package org.iolaus.ingest.body;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.parse.ExchangeParser;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.ExchangeSink;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.ingest.shape.ShapeReader;

/** Reads our own format, an exchange a line. Parsers are kept for the next body. Thread-safe. */
public final class LinesReader implements ShapeReader {
    private final ConcurrentLinkedQueue<ExchangeParser> idle = new ConcurrentLinkedQueue<>();

    @Override
    public ShapeCounts read(
            byte[] bytes, int from, int to, Origin origin, ExchangeSink sink, RejectionSink rejections) {
        ExchangeParser kept = idle.poll();
        ExchangeParser parser = kept == null ? new ExchangeParser() : kept;
        try {
            parser.takeTimes(origin.minTimeMicros(), origin.maxTimeMicros());
            return BodyLines.read(bytes, from, to, origin.name(), rejections, (start, end) -> {
                sink.accept(exchange(parser, bytes, start, end, origin));
            });
        } finally {
            idle.add(parser);
        }
    }

    private static Exchange exchange(ExchangeParser parser, byte[] bytes, int from, int to, Origin origin)
            throws LineRejection {
        return parser.parse(bytes, from, to, origin.source());
    }
}
