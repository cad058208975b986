package org.iolaus.ingest.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.file.ReferenceLines;
import org.iolaus.ingest.parse.ExchangeParser;
import org.iolaus.ingest.rejection.Rejection;

/** What is read of a file of any bytes, in blocks so small that lines lie across their borders. */
final class FuzzedFile implements OrderedSink<String> {
    private static final int MAX_LINE_BYTES = 160;
    private static final int MIN_BLOCK_BYTES = 48;

    final List<String> items = new ArrayList<>();
    final List<String> rejections = new ArrayList<>();

    private final byte[] content;
    private final String folder;
    private final IngestConfig config;

    /** Writes a file with {@code content} to {@code folder} and reads it. */
    FuzzedFile(Path folder, byte[] content) throws IOException, InterruptedException {
        this.content = content;
        this.folder = String.valueOf(folder.getFileName());
        config = IngestConfig.of(1, Collected.START)
                .withSizes(MAX_LINE_BYTES, MIN_BLOCK_BYTES + content.length % MIN_BLOCK_BYTES);
        ExchangeStream.<String>read(
                List.of(written(folder, content)), config, () -> Object::toString, this, this::reject, Progress.NONE);
    }

    /** Writes anew, for some file systems flush a file at once that is written over. */
    private static Path written(Path folder, byte[] content) throws IOException {
        Path file = folder.resolve("fuzzed.jsonl");
        Files.deleteIfExists(file);
        return Files.write(file, content);
    }

    /** Keeps what is said of lines; of line 0 nothing is said but that there are none. */
    private void reject(Rejection rejection) {
        if (rejection.line() > 0) {
            rejections.add(rejection.line() + " " + rejection.reason());
        }
    }

    /** What the reference makes of the same bytes. */
    ReferenceLines expected() {
        return new ReferenceLines(
                content,
                MAX_LINE_BYTES,
                line -> new ExchangeParser(config.minTimeMicros(), config.maxTimeMicros())
                        .parse(line, 0, line.length, folder));
    }

    @Override
    public void accept(String item, long timeMicros) {
        items.add(item);
    }

    @Override
    public void watermark(long micros) {}
}
