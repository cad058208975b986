package org.iolaus.ingest.stream;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.atomic.LongAdder;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.file.InputFile;
import org.iolaus.ingest.file.LineBlock;
import org.iolaus.ingest.file.LineBlockReader;

/** A look at the start of each file, for the earliest time of its first exchanges. */
final class FirstTimes {
    private static final int LOOK_BYTES = 1 << 16;

    private final IngestConfig config;
    private final BlockMapper<Long> times;

    FirstTimes(IngestConfig config) {
        this.config = config;
        this.times = new BlockMapper<>(config, Exchange::timeMicros);
    }

    /** Earliest time of the first exchanges, or the earliest possible if a short look finds none. */
    long of(InputFile file) {
        if (file.parquet() || !file.rereadable()) {
            return config.minTimeMicros();
        }
        LineBlock block = new LineBlock();
        try (LineBlockReader reader =
                LineBlockReader.open(file, LOOK_BYTES, config.maxLineBytes(file.shape()), new LongAdder())) {
            reader.read(block);
        } catch (IOException e) {
            return config.minTimeMicros();
        }
        MappedBlock<Long> mapped = times.map(block, file);
        return mapped.items.isEmpty() ? config.minTimeMicros() : Collections.min(mapped.items);
    }
}
