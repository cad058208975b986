package org.iolaus.ingest.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.iolaus.ingest.file.InputFile;
import org.iolaus.ingest.file.LineBlock;
import org.iolaus.ingest.file.LineBlockReader;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.rejection.RejectionSink;

/** Reads records a line each, one file after another, on the caller's thread. */
final class LineRecords {
    private static final int BLOCK_BYTES = 1 << 18;
    private static final int MAX_LINE_BYTES = 1 << 20;

    private LineRecords() {}

    /** Parses one line. */
    @FunctionalInterface
    interface LineParser<T> {
        T parse(byte[] bytes, int from, int to) throws LineRejection;
    }

    static <T> long read(
            String name, List<Path> paths, LineParser<T> parser, Consumer<T> sink, RejectionSink rejections)
            throws IOException {
        for (Path path : paths) {
            if (!Files.isRegularFile(path)) {
                throw new NoSuchFileException(path.toString(), null, name + " must be a file that exists");
            }
        }
        long count = 0;
        for (Path path : paths) {
            count += new OneFile<>(path, parser, sink, rejections).read();
        }
        return count;
    }

    /** One file on its way. */
    private static final class OneFile<T> {
        private final Path path;
        private final LineParser<T> parser;
        private final Consumer<T> sink;
        private final RejectionSink rejections;
        private long line;
        private long count;

        OneFile(Path path, LineParser<T> parser, Consumer<T> sink, RejectionSink rejections) {
            this.path = path;
            this.parser = parser;
            this.sink = sink;
            this.rejections = rejections;
        }

        long read() {
            LineBlock block = new LineBlock();
            try (LineBlockReader reader =
                    LineBlockReader.open(InputFile.at(path), BLOCK_BYTES, MAX_LINE_BYTES, new LongAdder())) {
                do {
                    reader.read(block);
                    lines(block);
                } while (!block.last());
            } catch (IOException e) {
                reject(0, "the file must be readable: " + e.getMessage());
            }
            return count;
        }

        private void lines(LineBlock block) {
            for (int from = 0; from < block.length(); ) {
                int feed = Words.lineFeed(block.bytes(), from, block.length());
                line++;
                if (!Words.isBlank(block.bytes(), from, feed)) {
                    record(block.bytes(), from, feed);
                }
                from = feed + 1;
            }
            if (block.overlong()) {
                reject(++line, "the line must be at most " + MAX_LINE_BYTES + " bytes long");
            }
            String failure = block.failure();
            if (failure != null) {
                reject(line + 1, failure);
            }
        }

        private void record(byte[] bytes, int from, int to) {
            T item;
            try {
                item = parser.parse(bytes, from, to);
            } catch (LineRejection e) {
                reject(line, e.reason());
                return;
            }
            sink.accept(item);
            count++;
        }

        private void reject(long at, String reason) {
            rejections.reject(new Rejection(path.toString(), at, reason));
        }
    }
}
