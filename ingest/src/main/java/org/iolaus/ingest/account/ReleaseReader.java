package org.iolaus.ingest.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Release;
import org.iolaus.ingest.parse.ReleaseParser;
import org.iolaus.ingest.rejection.RejectionSink;

/** Reads releases of models. */
public final class ReleaseReader {
    private ReleaseReader() {}

    /**
     * Reads files of releases, packed or not.
     *
     * @return number of releases handed on
     * @throws IOException if a file does not exist
     */
    public static long read(List<Path> files, Consumer<Release> sink, RejectionSink rejections) throws IOException {
        ReleaseParser parser = new ReleaseParser();
        return LineRecords.read("releases", files, parser::parse, sink, rejections);
    }
}
