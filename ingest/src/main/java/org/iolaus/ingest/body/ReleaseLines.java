package org.iolaus.ingest.body;

import java.util.function.Consumer;
import org.iolaus.detection.exchange.Release;
import org.iolaus.ingest.parse.ReleaseParser;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.ShapeCounts;

/** Reads models' releases, a line each. */
public final class ReleaseLines {
    private ReleaseLines() {}

    /**
     * Reads a body that is not packed.
     *
     * @param name what stands for a file's name in rejections
     */
    public static ShapeCounts read(byte[] body, String name, Consumer<Release> sink, RejectionSink rejections) {
        ReleaseParser parser = new ReleaseParser();
        return BodyLines.read(
                body, 0, body.length, name, rejections, (from, to) -> sink.accept(parser.parse(body, from, to)));
    }
}
