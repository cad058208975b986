package org.iolaus.ingest.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Review;
import org.iolaus.ingest.parse.ReviewParser;
import org.iolaus.ingest.rejection.RejectionSink;

/** Reads people's decisions. */
public final class ReviewReader {
    private ReviewReader() {}

    /**
     * Reads files of reviews, packed or not.
     *
     * @return number of reviews handed on
     * @throws IOException if a file does not exist
     */
    public static long read(List<Path> files, Consumer<Review> sink, RejectionSink rejections) throws IOException {
        ReviewParser parser = new ReviewParser();
        return LineRecords.read("reviews", files, parser::parse, sink, rejections);
    }
}
