package org.iolaus.ingest.shape;

import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.rejection.RejectionSink;
import tools.jackson.databind.JsonNode;

/**
 * Reads a body that holds JSON in one of three ways: an array of records, one record, or a record a line. A line that is
 * broken does not stop the next one. Thread-safe.
 */
public final class JsonRecords implements ShapeReader {
    private final RecordReader records;

    /** Reads each record by {@code records}. */
    public JsonRecords(RecordReader records) {
        this.records = records;
    }

    /** Reads one record: hands on its exchanges, none if it is no inference. */
    @FunctionalInterface
    public interface RecordReader {
        /**
         * Reads it.
         *
         * @return what became of the records in it that were not rejected as a whole
         * @throws LineRejection if the whole record is rejected
         */
        ShapeCounts read(JsonNode json, Origin origin, ExchangeSink sink, RejectionSink rejections)
                throws LineRejection;
    }

    @Override
    public ShapeCounts read(
            byte[] bytes, int from, int to, Origin origin, ExchangeSink sink, RejectionSink rejections) {
        int first = skipBlanks(bytes, from, to);
        Body body = new Body(origin, sink, rejections);
        if (first == to) {
            return ShapeCounts.NONE;
        }
        if (bytes[first] != '[' && areLines(bytes, first, to)) {
            body.lines(bytes, from, to);
        } else {
            body.whole(bytes, first, to);
        }
        return body.counts;
    }

    /** Whether there are several lines, of which the first is a record or the second begins as one. */
    private static boolean areLines(byte[] bytes, int from, int to) {
        int feed = Words.lineFeed(bytes, from, to);
        int next = feed;
        while (next < to && (bytes[next] == '\n' || bytes[next] == '\r')) {
            next++;
        }
        if (skipBlanks(bytes, next, to) == to) {
            return false;
        }
        if (bytes[next] == '{') {
            return true;
        }
        try {
            return Trees.parse(bytes, from, feed).isContainer();
        } catch (LineRejection e) {
            return false;
        }
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** One body as it is read. */
    private final class Body {
        private final Origin origin;
        private final ExchangeSink sink;
        private final RejectionSink rejections;
        private ShapeCounts counts = ShapeCounts.NONE;
        private boolean single;

        Body(Origin origin, ExchangeSink sink, RejectionSink rejections) {
            this.origin = origin;
            this.sink = sink;
            this.rejections = rejections;
        }

        void lines(byte[] bytes, int from, int to) {
            long line = 0;
            for (int start = from; start < to; ) {
                int feed = Words.lineFeed(bytes, start, to);
                line++;
                if (!Words.isBlank(bytes, start, feed)) {
                    parsed(bytes, start, feed, line);
                }
                start = feed + 1;
            }
        }

        /** Inside of one record, its parts are numbered; among several, the record is. */
        void whole(byte[] bytes, int from, int to) {
            single = bytes[from] != '[';
            parsed(bytes, from, to, 1);
        }

        private void parsed(byte[] bytes, int from, int to, long line) {
            JsonNode json;
            try {
                json = Trees.parse(bytes, from, to);
            } catch (LineRejection e) {
                reject(line, e.reason());
                return;
            }
            if (!json.isArray()) {
                record(json, line);
                return;
            }
            long index = 0;
            for (JsonNode element : json) {
                record(element, ++index);
            }
        }

        /** A null stands where a gateway had nothing to say. */
        private void record(JsonNode json, long number) {
            if (json.isNull()) {
                counts = counts.plus(new ShapeCounts(0, 0, 1));
                return;
            }
            if (!json.isObject()) {
                reject(number, "the record must be a JSON object");
                return;
            }
            try {
                counts = counts.plus(records.read(json, origin, sink, r -> rejections.reject(at(r, number))));
            } catch (LineRejection e) {
                reject(number, e.reason());
            }
        }

        private Rejection at(Rejection rejection, long number) {
            long line = single && rejection.line() > 0 ? rejection.line() : number;
            return new Rejection(rejection.file(), line, rejection.reason());
        }

        private void reject(long number, String reason) {
            counts = counts.plus(new ShapeCounts(0, 1, 0));
            rejections.reject(new Rejection(origin.name(), number, reason));
        }
    }
}
