package org.iolaus.ingest.body;

import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.ShapeCounts;

/** Goes through the lines of a body. */
final class BodyLines {
    private BodyLines() {}

    /** Takes one line that is not blank. */
    @FunctionalInterface
    interface Line {
        void take(int from, int to) throws LineRejection;
    }

    static ShapeCounts read(byte[] bytes, int from, int to, String name, RejectionSink rejections, Line taker) {
        long line = 0;
        long accepted = 0;
        long rejected = 0;
        for (int start = from; start < to; ) {
            int feed = Words.lineFeed(bytes, start, to);
            line++;
            if (!Words.isBlank(bytes, start, feed)) {
                try {
                    taker.take(start, feed);
                    accepted++;
                } catch (LineRejection e) {
                    rejected++;
                    rejections.reject(new Rejection(name, line, e.reason()));
                }
            }
            start = feed + 1;
        }
        return new ShapeCounts(accepted, rejected, 0);
    }
}
