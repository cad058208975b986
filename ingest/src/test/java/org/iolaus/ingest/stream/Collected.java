package org.iolaus.ingest.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.shape.Shape;

/** All that a reading delivered, in order. */
final class Collected implements OrderedSink<String> {
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    final List<String> ids = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<Long> times = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    long watermarkMicros = Long.MIN_VALUE;
    ReadCounts counts = counts(0, 0, 0, 0);

    /** Counts of files of our own shape. */
    static ReadCounts counts(int files, long lines, long exchanges, long rejected) {
        return new ReadCounts(files, lines, exchanges, rejected, 0, Map.of(Shape.EXCHANGES, files));
    }

    static Collected read(List<Path> inputs, IngestConfig config) throws IOException, InterruptedException {
        Collected collected = new Collected();
        collected.counts = ExchangeStream.<String>read(
                inputs,
                config,
                () -> e -> e.source() + "/" + e.id(),
                collected,
                collected.rejections::add,
                Progress.NONE);
        return collected;
    }

    static Collected read(Path... inputs) throws IOException, InterruptedException {
        return read(List.of(inputs), IngestConfig.of(2, START));
    }

    List<String> reasons() {
        return rejections.stream()
                .map(r -> Path.of(r.file()).getFileName() + ":" + r.line() + " " + r.reason())
                .toList();
    }

    @Override
    public void accept(String id, long timeMicros) {
        ids.add(id.substring(id.indexOf('/') + 1));
        events.add(id + "@" + timeMicros);
        times.add(timeMicros);
    }

    @Override
    public void watermark(long micros) {
        events.add("watermark " + micros);
        watermarkMicros = micros;
    }
}
